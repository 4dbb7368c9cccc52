package dev.colloquy.gateway.journal;

import com.fasterxml.jackson.databind.JsonNode;

/** A message as the client gets it, with its {@code eventId} among its fields. */
public record JournalEntry(long eventId, JsonNode message) {}
