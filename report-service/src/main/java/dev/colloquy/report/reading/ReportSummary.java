package dev.colloquy.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.report.writing.Report;
import dev.colloquy.report.writing.ReportState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report in a list. {@code durationSeconds} is how long it took, from the request to the end. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportSummary(
        UUID id,
        UUID interviewId,
        int finalVersion,
        ReportState status,
        @Nullable String reason,
        @Nullable Double overall,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationSeconds) {

    record Page(List<ReportSummary> items, int page, int size, long total) {}

    static ReportSummary of(Report report) {
        var evaluation = report.evaluation;
        var finishedAt = report.finishedAt;
        return new ReportSummary(
                report.id,
                report.interviewId,
                report.finalVersion,
                report.state,
                report.reason,
                evaluation == null ? null : evaluation.overall(),
                report.requestedAt,
                finishedAt,
                finishedAt == null
                        ? null
                        : Duration.between(report.requestedAt, finishedAt).toSeconds());
    }
}
