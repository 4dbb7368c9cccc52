package dev.colloquy.gateway.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who says it. */
public enum Speaker {
    @JsonProperty("candidate")
    CANDIDATE,
    @JsonProperty("ai")
    AI
}
