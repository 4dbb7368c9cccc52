package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** Media flow between the candidate and the provider. */
@JsonTypeName("media_connected")
public record MediaConnected(UUID eventId, Instant occurredAt, InterviewId interviewId, String connectionId)
        implements ConnectionEvent {}
