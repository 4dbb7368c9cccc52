package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What is known of an interview's room, in one topic because its order per interview matters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ParticipantJoined.class),
    @JsonSubTypes.Type(ParticipantLeft.class),
    @JsonSubTypes.Type(RoomFinished.class)
})
public sealed interface RoomEvent extends Event permits ParticipantJoined, ParticipantLeft, RoomFinished {

    InterviewId interviewId();

    /** How it was learned; absent when LiveKit told it itself. */
    @Nullable
    FactSource source();

    @Override
    default String key() {
        return interviewId().toString();
    }
}
