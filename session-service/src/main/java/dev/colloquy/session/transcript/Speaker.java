package dev.colloquy.session.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who said it. */
public enum Speaker {
    @JsonProperty("candidate")
    CANDIDATE,
    @JsonProperty("ai")
    AI
}
