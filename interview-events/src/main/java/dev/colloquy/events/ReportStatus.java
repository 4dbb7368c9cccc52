package dev.colloquy.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a report. */
public enum ReportStatus {
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("failed")
    FAILED
}
