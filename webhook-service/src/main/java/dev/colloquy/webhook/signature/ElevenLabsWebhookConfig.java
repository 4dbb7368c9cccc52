package dev.colloquy.webhook.signature;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is accepted of ElevenLabs' webhooks beyond those that the secret in use signs. */
@ConfigMapping(prefix = "colloquy.webhook.elevenlabs")
public interface ElevenLabsWebhookConfig {

    /** Secrets in use before, accepted while they are rotated out. */
    List<Previous> previous();

    /** The oldest signature that is accepted; a retry after 40 minutes may still carry its first time. */
    @WithDefault("60m")
    Duration maxAge();

    /** How far ahead of ours the sender's clock may be. */
    @WithDefault("5m")
    Duration maxAhead();

    /** The largest body that is accepted, if it holds no sound. */
    @WithDefault("4M")
    MemorySize maxBody();

    /** The largest body that is accepted with a conversation's sound. */
    @WithDefault("150M")
    MemorySize maxAudioBody();

    /** A secret in use before. */
    interface Previous {

        /** At least 16 characters. */
        @NotBlank
        @Size(min = 16)
        String secret();

        /** From when on it is refused. Without it: once it is taken out of the configuration. */
        Optional<Instant> expires();
    }
}
