package dev.colloquy.session.signalling;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The server that was called, an SDP offer or answer, or an ICE candidate. */
record Signal(
        @NotNull Kind kind, @NotBlank @Size(max = 32_768) String content) {

    enum Kind {
        @JsonProperty("server")
        SERVER,
        @JsonProperty("offer")
        OFFER,
        @JsonProperty("answer")
        ANSWER,
        @JsonProperty("candidate")
        CANDIDATE
    }
}
