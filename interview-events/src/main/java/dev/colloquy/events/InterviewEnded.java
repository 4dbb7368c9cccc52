package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one decision that an interview is over. Provider facts that arrive later never change it. {@code clientSessionId} is
 * what its client began it under, where that is another id than ours.
 */
public record InterviewEnded(
        UUID eventId,
        Instant occurredAt,
        TenantId tenant,
        InterviewId interviewId,
        Provider provider,
        Instant endedAt,
        EndedBy endedBy,
        long durationSeconds,
        boolean roomExpected,
        boolean recordingExpected,
        @Nullable String conversationId,
        @Nullable String clientSessionId)
        implements Event {

    @Override
    public String key() {
        return interviewId.toString();
    }
}
