package dev.colloquy.simulators.elevenlabs;

import dev.colloquy.simulators.runtime.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code ELEVENLABS_API_KEY}, {@code ELEVENLABS_WEBHOOK_SECRET}; {@code ELEVENLABS_WEBHOOK_URL} (none by default);
 * {@code ELEVENLABS_WEBHOOK_EVENTS} ({@code transcript,audio}); {@code SIMULATE_WEBHOOK_DELAY_MS} (0): how long after
 * its conversation is done a post-call webhook is sent.
 */
public record ElevenLabsConfig(
        String apiKey, String webhookSecret, Optional<URI> webhookUrl, List<String> events, Duration webhookDelay) {

    public static ElevenLabsConfig from(Environment environment) {
        String events = environment.text("ELEVENLABS_WEBHOOK_EVENTS").orElse("transcript,audio");
        return new ElevenLabsConfig(
                environment.required("ELEVENLABS_API_KEY"),
                environment.required("ELEVENLABS_WEBHOOK_SECRET"),
                environment.url("ELEVENLABS_WEBHOOK_URL"),
                Arrays.stream(events.split(",", -1)).map(String::strip).toList(),
                environment.milliseconds("SIMULATE_WEBHOOK_DELAY_MS", 0));
    }
}
