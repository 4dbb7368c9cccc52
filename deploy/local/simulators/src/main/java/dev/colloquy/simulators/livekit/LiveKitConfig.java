package dev.colloquy.simulators.livekit;

import dev.colloquy.simulators.livekit.egress.Bucket;
import dev.colloquy.simulators.runtime.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code LIVEKIT_API_KEY}, {@code LIVEKIT_API_SECRET}; {@code LIVEKIT_WEBHOOK_URL} (a comma list, none by default);
 * {@code LIVEKIT_AGENT_NAME} (the one registered worker); {@code S3_*} (where recordings go);
 * {@code LIVEKIT_EGRESS_MAX_MS} (no limit by default).
 */
public record LiveKitConfig(
        String apiKey,
        String apiSecret,
        List<URI> webhookUrls,
        String agentName,
        Optional<Bucket> bucket,
        Optional<Duration> longestRecording) {

    public static LiveKitConfig from(Environment environment) {
        return new LiveKitConfig(
                environment.required("LIVEKIT_API_KEY"),
                environment.required("LIVEKIT_API_SECRET"),
                urls(environment.text("LIVEKIT_WEBHOOK_URL").orElse("")),
                environment.text("LIVEKIT_AGENT_NAME").orElse("my-interviewer"),
                environment.url("S3_ENDPOINT").map(endpoint -> bucket(endpoint, environment)),
                Optional.of(environment.milliseconds("LIVEKIT_EGRESS_MAX_MS", 0))
                        .filter(Duration::isPositive));
    }

    private static List<URI> urls(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(URI::create)
                .toList();
    }

    private static Bucket bucket(URI endpoint, Environment environment) {
        return new Bucket(
                endpoint,
                environment.text("S3_REGION").orElse("us-east-1"),
                environment.required("S3_BUCKET"),
                environment.required("S3_ACCESS_KEY"),
                environment.required("S3_SECRET_KEY"));
    }
}
