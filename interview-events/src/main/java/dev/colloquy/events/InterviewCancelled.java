package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;

/** A scheduled interview will not take place. */
public record InterviewCancelled(UUID eventId, Instant occurredAt, TenantId tenant, InterviewId interviewId)
        implements Event {

    @Override
    public String key() {
        return interviewId.toString();
    }
}
