package dev.colloquy.webhook.signature;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/** What is accepted of ElevenLabs' webhooks beyond those that the secret in use signs. */
@ConfigMapping(prefix = "colloquy.webhook.elevenlabs")
public interface ElevenLabsWebhookConfig {

    /** The secret in use before, at least 16 characters, accepted while a rotation is under way. */
    Optional<@Size(min = 16) String> previousSecret();

    /** The oldest signature that is accepted; a retry after 40 minutes may still carry its first time. */
    @WithDefault("60m")
    Duration maxAge();

    /** How far ahead of ours the sender's clock may be. */
    @WithDefault("6m")
    Duration maxAhead();

    /** The largest body that is accepted. */
    @WithDefault("4M")
    MemorySize maxBody();
}
