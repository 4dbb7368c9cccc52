package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** The room is closed. */
@JsonTypeName("room_finished")
public record RoomFinished(UUID eventId, Instant occurredAt, InterviewId interviewId, String roomSid)
        implements RoomEvent {}
