package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The room is closed.
 *
 * @param source absent when LiveKit told it itself
 */
@JsonTypeName("room_finished")
public record RoomFinished(
        UUID eventId,
        Instant occurredAt,
        InterviewId interviewId,
        String roomSid,
        @Nullable FactSource source) implements RoomEvent {

    /** What LiveKit told itself. */
    public RoomFinished(UUID eventId, Instant occurredAt, InterviewId interviewId, String roomSid) {
        this(eventId, occurredAt, interviewId, roomSid, null);
    }
}
