package dev.colloquy.session.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an interview stands. */
public enum InterviewStatus {
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("in_progress")
    IN_PROGRESS,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("cancelled")
    CANCELLED
}
