package dev.colloquy.webhook.waiting;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider owes, or owed, about an interview. */
record ExpectationView(
        InterviewId interviewId,
        @Nullable TenantId tenant,
        String kind,
        String provider,
        String state,
        boolean overdue,
        @Nullable String conversationId,
        Instant since,
        Instant deadline,
        Instant until,
        int questions,
        @Nullable Instant lastQuestion,
        @Nullable String lastAnswer,
        @Nullable Instant settledAt) {

    record Page(List<ExpectationView> items, int page, int size, long total) {}
}
