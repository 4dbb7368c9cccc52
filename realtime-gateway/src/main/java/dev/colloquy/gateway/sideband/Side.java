package dev.colloquy.gateway.sideband;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who speaks in a call. */
public enum Side {
    @JsonProperty("candidate")
    CANDIDATE,
    @JsonProperty("ai")
    AI
}
