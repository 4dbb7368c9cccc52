package dev.colloquy.simulators.elevenlabs;

import dev.colloquy.simulators.elevenlabs.webhooks.PostCallWebhooks.Target;
import dev.colloquy.simulators.runtime.Environment;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ELEVENLABS_API_KEY}, {@code ELEVENLABS_WEBHOOK_SECRET}; {@code ELEVENLABS_WEBHOOK_URL} (none by default);
 * {@code ELEVENLABS_WEBHOOK_EVENTS} ({@code transcript,audio,call_initiation_failure});
 * {@code ELEVENLABS_WEBHOOK_RETRIES} ({@code false}); {@code SIMULATE_WEBHOOK_DELAY_MS} (0): how long after its
 * conversation is done a post-call webhook is sent.
 */
public record ElevenLabsConfig(String apiKey, Target webhook) {

    public static ElevenLabsConfig from(Environment environment) {
        String events =
                environment.text("ELEVENLABS_WEBHOOK_EVENTS").orElse("transcript,audio,call_initiation_failure");
        List<String> kinds =
                Arrays.stream(events.split(",", -1)).map(String::strip).toList();
        return new ElevenLabsConfig(
                environment.required("ELEVENLABS_API_KEY"),
                Target.of(
                        environment.url("ELEVENLABS_WEBHOOK_URL"),
                        environment.required("ELEVENLABS_WEBHOOK_SECRET"),
                        kinds,
                        environment.milliseconds("SIMULATE_WEBHOOK_DELAY_MS", 0),
                        environment
                                .text("ELEVENLABS_WEBHOOK_RETRIES")
                                .map(Boolean::parseBoolean)
                                .orElse(false)));
    }
}
