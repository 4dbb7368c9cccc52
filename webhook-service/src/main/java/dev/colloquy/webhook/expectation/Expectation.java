package dev.colloquy.webhook.expectation;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a provider owes us.
 *
 * @param tenant null when it was expected before tenants were kept with it
 * @param clientSessionId our id in the conversation, to find it by while its own is not known
 * @param questions how often it was asked for
 * @param deadline when a provider that knows of nothing is believed
 * @param until when it is given up, whatever the provider says
 * @param generation grows when it is expected anew; questions of an older one are not asked
 * @param lastAnswer a word for what the last question found
 */
public record Expectation(
        InterviewId interview,
        Owed owed,
        @Nullable TenantId tenant,
        @Nullable String conversationId,
        @Nullable String clientSessionId,
        @Nullable Instant endedAt,
        @Nullable String roomSid,
        Instant deadline,
        Instant until,
        int generation,
        int questions,
        @Nullable String lastAnswer) {}
