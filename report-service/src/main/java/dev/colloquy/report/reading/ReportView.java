package dev.colloquy.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.report.evaluation.Evaluation;
import dev.colloquy.report.writing.Report;
import dev.colloquy.report.writing.ReportState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report with everything that tells how it came about. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportView(
        UUID id,
        UUID interviewId,
        int finalVersion,
        ReportState status,
        @Nullable String reason,
        String mode,
        @Nullable String model,
        @Nullable String promptVersion,
        @Nullable String inputHash,
        String transcriptHash,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Evaluation evaluation) {

    static ReportView of(Report report) {
        return new ReportView(
                report.id,
                report.interviewId,
                report.finalVersion,
                report.state,
                report.reason,
                report.mode,
                report.model,
                report.promptVersion,
                report.inputHash,
                report.transcriptHash,
                report.requestedAt,
                report.startedAt,
                report.finishedAt,
                report.evaluation);
    }
}
