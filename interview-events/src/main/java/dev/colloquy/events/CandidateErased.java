package dev.colloquy.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A candidate asked to be forgotten: every service deletes what it holds of these interviews. */
public record CandidateErased(
        UUID eventId, Instant occurredAt, TenantId tenant, UUID candidateId, List<InterviewId> interviewIds)
        implements Event {

    @Override
    public String key() {
        return candidateId.toString();
    }
}
