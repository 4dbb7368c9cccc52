package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who a participant of a room is. Recorders are not reported. */
public enum ParticipantKind {
    @JsonProperty("candidate")
    CANDIDATE,
    @JsonProperty("agent")
    AGENT
}
