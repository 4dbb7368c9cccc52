package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a recording ended. {@code limit_reached} left a usable file; {@code expired} means that nobody ever told. */
public enum EgressStatus {
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("aborted")
    ABORTED,
    @JsonProperty("limit_reached")
    LIMIT_REACHED,
    @JsonProperty("expired")
    EXPIRED
}
