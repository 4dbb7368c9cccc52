package dev.colloquy.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.report.evaluation.Evaluation;
import dev.colloquy.report.evaluation.Evaluation.Scored;
import dev.colloquy.report.writing.Report;
import dev.colloquy.report.writing.ReportState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finished report as an interview's results show it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EvaluationView(
        UUID reportId,
        int finalVersion,
        ReportState status,
        boolean partial,
        String mode,
        @Nullable Double overall,
        @Nullable String summary,
        List<Scored> competencies,
        List<String> strengths,
        List<String> concerns,
        List<String> followUps,
        @Nullable String model,
        @Nullable Instant createdAt,
        @Nullable String reason) {

    private static final Evaluation NONE =
            new Evaluation(null, "", List.of(), List.of(), List.of(), List.of(), 0, null);

    static EvaluationView of(Report report) {
        if (!report.state.isFinal()) {
            throw new ReportNotFinished();
        }
        var evaluation = report.evaluation == null ? NONE : report.evaluation;
        return new EvaluationView(
                report.id,
                report.finalVersion,
                report.state,
                evaluation.partial(),
                report.mode,
                evaluation.overall(),
                evaluation.summary(),
                evaluation.competencies(),
                evaluation.strengths(),
                evaluation.concerns(),
                evaluation.followUps(),
                report.model,
                report.finishedAt,
                report.reason);
    }
}
