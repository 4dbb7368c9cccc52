package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the gateway saw of an interview's connections, in one topic because its order per interview matters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(CallStarted.class),
    @JsonSubTypes.Type(MediaConnected.class),
    @JsonSubTypes.Type(ConnectionLost.class),
    @JsonSubTypes.Type(CallEnded.class)
})
public sealed interface ConnectionEvent extends Event permits CallStarted, MediaConnected, ConnectionLost, CallEnded {

    InterviewId interviewId();

    @Override
    default String key() {
        return interviewId().toString();
    }
}
