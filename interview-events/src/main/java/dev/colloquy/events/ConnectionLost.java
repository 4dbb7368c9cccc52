package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** The candidate's socket is gone without an ending. */
@JsonTypeName("connection_lost")
public record ConnectionLost(
        UUID eventId, Instant occurredAt, InterviewId interviewId, String connectionId, int closeCode)
        implements ConnectionEvent {}
