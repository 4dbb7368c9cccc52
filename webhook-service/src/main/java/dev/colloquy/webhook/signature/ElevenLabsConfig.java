package dev.colloquy.webhook.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/** ElevenLabs, which tells us when a conversation is processed. */
@ConfigMapping(prefix = "colloquy.elevenlabs")
public interface ElevenLabsConfig {

    /** The secret it signs its webhooks with, at least 16 characters. */
    @NotBlank
    @Size(min = 16)
    String webhookSecret();

    /**
     * The key we ask it with for conversations that it did not tell of, after the key of the tenant, if that has one. Without
     * either it is not asked.
     */
    Optional<String> apiKey();

    /** How long a tenant's key is remembered that session-service has told. */
    @WithDefault("1m")
    Duration keyMemory();
}
