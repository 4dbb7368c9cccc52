package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** A call at a realtime provider exists; {@code callId} is the provider's id of it. */
@JsonTypeName("call_started")
public record CallStarted(UUID eventId, Instant occurredAt, InterviewId interviewId, String callId)
        implements ConnectionEvent {}
