package dev.colloquy.simulators.openai;

import dev.colloquy.simulators.openai.access.ModelAccess.RateLimit;
import dev.colloquy.simulators.openai.webhooks.WebhookTarget;
import dev.colloquy.simulators.runtime.Environment;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code OPENAI_API_KEY}; {@code OPENAI_SCRIPT_PAUSE_MS} (300): how long the candidate of a call without sound thinks;
 * {@code OPENAI_MEDIA} ({@code webrtc}): {@code none} for calls of signalling only; {@code OPENAI_CONNECT_TIMEOUT_MS}
 * (60000): how long a browser may take to connect; {@code OPENAI_REQUESTS_PER_MINUTE} (5000) and
 * {@code OPENAI_TOKENS_PER_MINUTE} (2000000): beyond them the REST API answers 429; {@code OPENAI_WEBHOOK_URL} (none), and
 * with it {@code OPENAI_WEBHOOK_SECRET}.
 */
public record OpenAiConfig(
        String apiKey,
        Duration scriptPause,
        boolean media,
        Duration connectTimeout,
        RateLimit limit,
        Optional<WebhookTarget> webhook) {

    public static OpenAiConfig from(Environment environment) {
        return new OpenAiConfig(
                environment.required("OPENAI_API_KEY"),
                environment.milliseconds("OPENAI_SCRIPT_PAUSE_MS", 300),
                media(environment.text("OPENAI_MEDIA").orElse("webrtc")),
                environment.milliseconds("OPENAI_CONNECT_TIMEOUT_MS", 60_000),
                new RateLimit(
                        environment.wholeNumber("OPENAI_REQUESTS_PER_MINUTE", 5000),
                        environment.wholeNumber("OPENAI_TOKENS_PER_MINUTE", 2_000_000)),
                environment
                        .url("OPENAI_WEBHOOK_URL")
                        .map(url -> new WebhookTarget(url, environment.required("OPENAI_WEBHOOK_SECRET"))));
    }

    private static boolean media(String name) {
        return switch (name) {
            case "webrtc" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException("OPENAI_MEDIA is neither webrtc nor none");
        };
    }
}
