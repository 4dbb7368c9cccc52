package dev.colloquy.report.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an evaluation lacks. */
public enum Shortcoming {
    /** The candidate said nothing that proves anything. */
    @JsonProperty("insufficient_evidence")
    INSUFFICIENT_EVIDENCE,
    /** The model left competencies out, twice. */
    @JsonProperty("incomplete_answer")
    INCOMPLETE_ANSWER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
