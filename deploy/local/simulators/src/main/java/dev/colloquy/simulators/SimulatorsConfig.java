package dev.colloquy.simulators;

import dev.colloquy.simulators.elevenlabs.ElevenLabsConfig;
import dev.colloquy.simulators.livekit.LiveKitConfig;
import dev.colloquy.simulators.livekit.egress.Bucket;
import dev.colloquy.simulators.openai.OpenAiConfig;
import dev.colloquy.simulators.openai.webhooks.WebhookTarget;
import dev.colloquy.simulators.runtime.Environment;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code HOST} (127.0.0.1: only this machine), {@code PORT} (8190; 0 takes a free one), {@code SIMULATE_TIME_SCALE} (1; 0.01 makes every wait 100 times shorter).
 */
record SimulatorsConfig(
        String host,
        int port,
        double timeScale,
        LiveKitConfig liveKit,
        OpenAiConfig openAi,
        ElevenLabsConfig elevenLabs) {

    static SimulatorsConfig from(Environment environment) {
        return new SimulatorsConfig(
                environment.text("HOST").orElse("127.0.0.1"),
                environment.wholeNumber("PORT", 8190),
                environment.number("SIMULATE_TIME_SCALE", 1),
                LiveKitConfig.from(environment),
                OpenAiConfig.from(environment),
                ElevenLabsConfig.from(environment));
    }

    /** What the journal must never show. */
    List<String> secrets() {
        return Stream.of(
                        Stream.of(
                                liveKit.apiSecret(),
                                openAi.apiKey(),
                                elevenLabs.apiKey(),
                                elevenLabs.webhook().secret()),
                        openAi.webhook().map(WebhookTarget::secret).stream(),
                        liveKit.bucket().map(Bucket::secretKey).stream())
                .flatMap(secrets -> secrets)
                .toList();
    }
}
