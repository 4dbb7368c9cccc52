package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;

/** A report has reached a state worth telling. */
public record ReportUpdated(
        UUID eventId,
        Instant occurredAt,
        TenantId tenant,
        InterviewId interviewId,
        UUID reportId,
        int finalVersion,
        ReportStatus status)
        implements Event {

    @Override
    public String key() {
        return interviewId.toString();
    }
}
