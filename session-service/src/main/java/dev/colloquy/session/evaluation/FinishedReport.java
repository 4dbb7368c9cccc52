package dev.colloquy.session.evaluation;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ReportStatus;
import dev.colloquy.events.ReportUpdated;
import dev.colloquy.events.TenantId;
import java.time.Instant;
import java.util.UUID;

/** A report whose evaluation is to be fetched. */
record FinishedReport(
        UUID eventId,
        Instant finishedAt,
        TenantId tenant,
        InterviewId interview,
        UUID reportId,
        int finalVersion,
        ReportStatus status) {

    static FinishedReport of(ReportUpdated event) {
        return new FinishedReport(
                event.eventId(),
                event.occurredAt(),
                event.tenant(),
                event.interviewId(),
                event.reportId(),
                event.finalVersion(),
                event.status());
    }
}
