package dev.colloquy.webhook.body;

import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import dev.colloquy.webhook.signature.LiveKitWebhookConfig;
import dev.colloquy.webhook.signature.OpenAiWebhookConfig;
import dev.colloquy.webhook.signature.TavusWebhookConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** How large a body each path takes. What is not known by exactly this name takes little. */
@ApplicationScoped
class BodyCaps {

    private static final String TAVUS = "/webhooks/tavus/";
    private static final long LITTLE = 1 << 20;

    private final Map<String, Long> caps;
    private final long tavus;

    BodyCaps(
            LiveKitWebhookConfig liveKit,
            ElevenLabsWebhookConfig elevenLabs,
            OpenAiWebhookConfig openAi,
            TavusWebhookConfig tavus) {
        this.caps = Map.of(
                "/api/webhooks/livekit", liveKit.maxBody().asLongValue(),
                "/webhooks/elevenlabs", elevenLabs.maxAudioBody().asLongValue(),
                "/webhooks/openai", openAi.maxBody().asLongValue());
        this.tavus = tavus.maxBody().asLongValue();
    }

    long of(String path) {
        return path.startsWith(TAVUS) ? tavus : caps.getOrDefault(path, LITTLE);
    }
}
