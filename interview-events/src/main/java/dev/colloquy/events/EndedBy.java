package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose act ended an interview. */
public enum EndedBy {
    @JsonProperty("user")
    USER,
    @JsonProperty("disconnect")
    DISCONNECT,
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("operator")
    OPERATOR,
    @JsonProperty("deadline")
    DEADLINE,
    @JsonProperty("provider")
    PROVIDER
}
