package dev.colloquy.session.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the evaluation of an ended interview is there. */
public enum EvaluationStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("failed")
    FAILED
}
