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
    CANCELLED,

    /** Nobody came while the link was open: nothing to end, to evaluate, or to report. */
    @JsonProperty("no_show")
    NO_SHOW
}
