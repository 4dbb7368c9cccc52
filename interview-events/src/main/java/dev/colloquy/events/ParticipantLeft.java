package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection to the room is gone. */
@JsonTypeName("participant_left")
public record ParticipantLeft(
        UUID eventId,
        Instant occurredAt,
        InterviewId interviewId,
        String participantSid,
        ParticipantKind participant,
        @Nullable String disconnectReason)
        implements RoomEvent {}
