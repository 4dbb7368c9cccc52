package dev.colloquy.simulators.openai;

import dev.colloquy.simulators.runtime.Environment;
import java.time.Duration;

/** {@code OPENAI_API_KEY}; {@code OPENAI_SCRIPT_PAUSE_MS} (300): the pause between two turns of the scripted interview. */
public record OpenAiConfig(String apiKey, Duration scriptPause) {

    public static OpenAiConfig from(Environment environment) {
        return new OpenAiConfig(
                environment.required("OPENAI_API_KEY"), environment.milliseconds("OPENAI_SCRIPT_PAUSE_MS", 300));
    }
}
