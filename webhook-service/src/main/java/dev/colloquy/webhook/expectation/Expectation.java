package dev.colloquy.webhook.expectation;

import dev.colloquy.events.InterviewId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a provider owes us.
 *
 * @param deadline when a provider that knows of nothing is believed
 * @param until when it is given up, whatever the provider says
 * @param generation grows when it is expected anew; questions of an older one are not asked
 * @param lastAnswer a word for what the last question found
 */
public record Expectation(
        InterviewId interview,
        Owed owed,
        @Nullable String conversationId,
        @Nullable String roomSid,
        Instant deadline,
        Instant until,
        int generation,
        @Nullable String lastAnswer) {}
