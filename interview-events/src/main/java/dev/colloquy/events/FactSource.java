package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a provider fact was learned: pushed to us, fetched by us, or given up waiting for. */
public enum FactSource {
    @JsonProperty("webhook")
    WEBHOOK,
    @JsonProperty("reconciled")
    RECONCILED,
    @JsonProperty("deadline")
    DEADLINE
}
