package dev.colloquy.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a delivery. */
public enum DeliveryState {
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("published")
    PUBLISHED,
    /** Stored, but nothing to tell: an unknown kind, or a room that is not ours. */
    @JsonProperty("ignored")
    IGNORED,
    @JsonProperty("dead")
    DEAD,
    /** Sent with the key of another delivery but with another body. The first one counts. */
    @JsonProperty("conflict")
    CONFLICT
}
