package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything an evaluation needs is known or given up on: transcript and recording. One version, one report. */
public record InterviewFinalised(
        UUID eventId,
        Instant occurredAt,
        TenantId tenant,
        InterviewId interviewId,
        int finalVersion,
        String transcriptHash,
        @Nullable EgressStatus recording)
        implements Event {

    @Override
    public String key() {
        return interviewId.toString();
    }
}
