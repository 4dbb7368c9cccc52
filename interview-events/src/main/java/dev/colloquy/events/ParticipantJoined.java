package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's media is connected. {@code participantSid} is new for every connection, the identity is not.
 *
 * @param source absent when LiveKit told it itself
 */
@JsonTypeName("participant_joined")
public record ParticipantJoined(
        UUID eventId,
        Instant occurredAt,
        InterviewId interviewId,
        String participantSid,
        ParticipantKind participant,
        @Nullable FactSource source)
        implements RoomEvent {

    /** What LiveKit told itself. */
    public ParticipantJoined(
            UUID eventId,
            Instant occurredAt,
            InterviewId interviewId,
            String participantSid,
            ParticipantKind participant) {
        this(eventId, occurredAt, interviewId, participantSid, participant, null);
    }
}
