package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** A call at a realtime provider is over. */
@JsonTypeName("call_ended")
public record CallEnded(UUID eventId, Instant occurredAt, InterviewId interviewId, String callId)
        implements ConnectionEvent {}
