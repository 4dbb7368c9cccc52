package dev.colloquy.report.writing;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ReportStatus;
import dev.colloquy.events.ReportUpdated;
import dev.colloquy.events.TenantId;
import dev.colloquy.report.evaluation.Evaluation;
import dev.colloquy.report.evaluation.Shortcoming;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What became of one final version of an interview. Once finished it does not change. */
@Entity
public class Report {

    @Id
    public UUID id;

    public String tenant;

    public UUID interviewId;

    public int finalVersion;

    public String transcriptHash;

    @Enumerated(EnumType.STRING)
    public ReportState state;

    public String mode;

    @Nullable
    public String model;

    @Nullable
    public String promptVersion;

    @Nullable
    public String inputHash;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    public Evaluation evaluation;

    public int uselessAnswers;

    @Nullable
    public String reason;

    public Instant requestedAt;

    @Nullable
    public Instant startedAt;

    @Nullable
    public Instant finishedAt;

    /** Whether somebody should write it now; a writer that died may be followed by another one. */
    boolean begin(Instant now) {
        if (state.isFinal()) {
            return false;
        }
        state = ReportState.WRITING;
        startedAt = now;
        return true;
    }

    void complete(Written written, Instant now) {
        evaluation = written.evaluation();
        var shortcoming = evaluation.shortcoming();
        reason = shortcoming == null ? null : shortcoming.word();
        var origin = written.origin();
        if (origin != null) {
            model = origin.model();
            promptVersion = origin.promptVersion();
            inputHash = origin.inputHash();
        }
        finish(shortcoming == Shortcoming.INCOMPLETE_ANSWER ? ReportState.PARTIAL : ReportState.COMPLETE, now);
    }

    /** Whether this useless answer was one too many. */
    boolean reject(int mostUselessAnswers) {
        if (state.isFinal()) {
            return false;
        }
        uselessAnswers++;
        return uselessAnswers >= mostUselessAnswers;
    }

    void fail(String why, Instant now) {
        reason = why;
        finish(ReportState.FAILED, now);
    }

    private void finish(ReportState end, Instant now) {
        state = end;
        finishedAt = now;
    }

    ReportUpdated updated(UUID eventId, Instant at) {
        return new ReportUpdated(
                eventId,
                at,
                new TenantId(tenant),
                new InterviewId(interviewId),
                id,
                finalVersion,
                switch (state) {
                    case COMPLETE -> ReportStatus.COMPLETE;
                    case PARTIAL -> ReportStatus.PARTIAL;
                    case FAILED -> ReportStatus.FAILED;
                    case REQUESTED, WRITING -> throw new IllegalStateException("Not finished");
                });
    }
}
