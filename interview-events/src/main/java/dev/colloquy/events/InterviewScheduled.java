package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An interview has a time and a link. Published again, with a new event id, when it is rescheduled. */
public record InterviewScheduled(
        UUID eventId,
        Instant occurredAt,
        TenantId tenant,
        InterviewId interviewId,
        UUID candidateId,
        @Nullable UUID positionId,
        Instant scheduledAt,
        Instant closesAt,
        Provider provider)
        implements Event {

    @Override
    public String key() {
        return interviewId.toString();
    }
}
