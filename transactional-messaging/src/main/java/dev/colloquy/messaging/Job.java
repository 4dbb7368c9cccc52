package dev.colloquy.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** A claimed piece of work. {@code attempt} counts from 1; {@code last} says that no further one follows a failure. */
public record Job(UUID id, String key, JsonNode payload, int attempt, boolean last) {}
