package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the room is gone.
 *
 * @param source absent when LiveKit told it itself
 */
@JsonTypeName("participant_left")
public record ParticipantLeft(
        UUID eventId,
        Instant occurredAt,
        InterviewId interviewId,
        String participantSid,
        ParticipantKind participant,
        @Nullable String disconnectReason,
        @Nullable FactSource source)
        implements RoomEvent {

    /** What LiveKit told itself. */
    public ParticipantLeft(
            UUID eventId,
            Instant occurredAt,
            InterviewId interviewId,
            String participantSid,
            ParticipantKind participant,
            @Nullable String disconnectReason) {
        this(eventId, occurredAt, interviewId, participantSid, participant, disconnectReason, null);
    }
}
