package dev.colloquy.webhook.expectation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How an expectation ended. */
public enum Outcome {
    /** The provider told by webhook. */
    @JsonProperty("told")
    TOLD,
    /** We asked and found it. */
    @JsonProperty("reconciled")
    RECONCILED,
    /** Neither in time. */
    @JsonProperty("expired")
    EXPIRED,
    /** Nobody needs it any more. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
