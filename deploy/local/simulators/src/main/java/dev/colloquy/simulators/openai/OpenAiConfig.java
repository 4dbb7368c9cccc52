package dev.colloquy.simulators.openai;

import dev.colloquy.simulators.openai.access.ModelAccess.RateLimit;
import dev.colloquy.simulators.runtime.Environment;
import java.time.Duration;

/**
 * {@code OPENAI_API_KEY}; {@code OPENAI_SCRIPT_PAUSE_MS} (300): how long the candidate of a call without sound thinks;
 * {@code OPENAI_MEDIA} ({@code webrtc}): {@code none} for calls of signalling only; {@code OPENAI_CONNECT_TIMEOUT_MS}
 * (60000): how long a browser may take to connect; {@code OPENAI_REQUESTS_PER_MINUTE} (5000) and
 * {@code OPENAI_TOKENS_PER_MINUTE} (2000000): beyond them the REST API answers 429.
 */
public record OpenAiConfig(
        String apiKey,
        Duration scriptPause,
        boolean media,
        Duration connectTimeout,
        RateLimit limit) {

    public static OpenAiConfig from(Environment environment) {
        return new OpenAiConfig(
                environment.required("OPENAI_API_KEY"),
                environment.milliseconds("OPENAI_SCRIPT_PAUSE_MS", 300),
                media(environment.text("OPENAI_MEDIA").orElse("webrtc")),
                environment.milliseconds("OPENAI_CONNECT_TIMEOUT_MS", 60_000),
                new RateLimit(
                        environment.wholeNumber("OPENAI_REQUESTS_PER_MINUTE", 5000),
                        environment.wholeNumber("OPENAI_TOKENS_PER_MINUTE", 2_000_000)));
    }

    private static boolean media(String name) {
        return switch (name) {
            case "webrtc" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException("OPENAI_MEDIA is neither webrtc nor none");
        };
    }
}
