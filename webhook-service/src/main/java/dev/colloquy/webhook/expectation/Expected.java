package dev.colloquy.webhook.expectation;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a provider.
 *
 * @param conversationId of the conversation that is owed, if it is known
 * @param clientSessionId our id in that conversation
 * @param endedAt when the interview ended, if it has
 * @param deadline when a provider that knows of nothing is believed
 * @param until when it is given up, whatever the provider says
 */
public record Expected(
        InterviewId interview,
        TenantId tenant,
        @Nullable String conversationId,
        @Nullable String clientSessionId,
        @Nullable Instant endedAt,
        Instant deadline,
        Instant until) {}
