package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/** Somebody's media is connected. {@code participantSid} is new for every connection, the identity is not. */
@JsonTypeName("participant_joined")
public record ParticipantJoined(
        UUID eventId, Instant occurredAt, InterviewId interviewId, String participantSid, ParticipantKind participant)
        implements RoomEvent {}
