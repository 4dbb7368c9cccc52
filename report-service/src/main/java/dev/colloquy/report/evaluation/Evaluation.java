package dev.colloquy.report.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verified evaluation, as reports keep it.
 *
 * @param overall the weighted mean of the scores, null when there is none
 * @param droppedQuotes how many of the model's quotes are not in the transcript
 */
public record Evaluation(
        @Nullable Double overall,
        String summary,
        List<Scored> competencies,
        List<String> strengths,
        List<String> concerns,
        List<String> followUps,
        int droppedQuotes,
        @Nullable Shortcoming shortcoming) {

    /** One competency; without a verified quote it has no score. */
    public record Scored(String name, @Nullable Integer score, String rationale, List<Quote> quotes) {}

    /** The candidate's words and where they stand. */
    public record Quote(String entryId, String text) {}

    /** Whether the interview could be judged in part only. */
    public boolean partial() {
        return shortcoming != null;
    }
}
