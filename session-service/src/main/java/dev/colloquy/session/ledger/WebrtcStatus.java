package dev.colloquy.session.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the candidate's media connection stands. */
public enum WebrtcStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("connecting")
    CONNECTING,
    @JsonProperty("connected")
    CONNECTED,
    @JsonProperty("disconnected")
    DISCONNECTED
}
