package dev.colloquy.report.writing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a report is on its way. */
public enum ReportState {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("writing")
    WRITING,
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("failed")
    FAILED;

    public boolean isFinal() {
        return this != REQUESTED && this != WRITING;
    }
}
