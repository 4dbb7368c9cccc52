package dev.colloquy.session.ledger;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Who has seen a fact. */
public enum Witness {
    @JsonProperty("booking")
    BOOKING,
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("operator")
    OPERATOR,
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("gateway")
    GATEWAY,
    @JsonProperty("livekit")
    LIVEKIT,
    @JsonProperty("elevenlabs")
    ELEVENLABS,
    @JsonProperty("report")
    REPORT,
    /** This service: its decisions and its deadlines. */
    @JsonProperty("session")
    SESSION,

    /** One that only a newer version of this service knows. Never written. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
