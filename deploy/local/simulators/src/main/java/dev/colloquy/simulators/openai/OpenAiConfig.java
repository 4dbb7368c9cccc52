package dev.colloquy.simulators.openai;

import dev.colloquy.simulators.openai.access.ModelAccess.RateLimit;
import dev.colloquy.simulators.runtime.Environment;
import java.time.Duration;

/**
 * {@code OPENAI_API_KEY}; {@code OPENAI_SCRIPT_PAUSE_MS} (300): the pause between two turns of the scripted interview;
 * {@code OPENAI_REQUESTS_PER_MINUTE} (5000) and {@code OPENAI_TOKENS_PER_MINUTE} (2000000): beyond them the REST API
 * answers 429.
 */
public record OpenAiConfig(String apiKey, Duration scriptPause, RateLimit limit) {

    public static OpenAiConfig from(Environment environment) {
        return new OpenAiConfig(
                environment.required("OPENAI_API_KEY"),
                environment.milliseconds("OPENAI_SCRIPT_PAUSE_MS", 300),
                new RateLimit(
                        environment.wholeNumber("OPENAI_REQUESTS_PER_MINUTE", 5000),
                        environment.wholeNumber("OPENAI_TOKENS_PER_MINUTE", 2_000_000)));
    }
}
