package dev.colloquy.session.parking;

import dev.colloquy.events.InterviewId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that several sessions of the tenant fit, or one that cannot prove it.
 *
 * @param shared sessions of other tenants fit, too: nobody may choose until they have said that it is not theirs
 */
record ParkedConversationView(
        String conversationId,
        @Nullable String agentId,
        Instant parkedAt,
        String reason,
        boolean shared,
        List<Candidate> candidates) {

    record Candidate(InterviewId interviewId, @Nullable Instant endedAt) {}

    record Page(List<ParkedConversationView> items, int page, int size, long total) {}
}
