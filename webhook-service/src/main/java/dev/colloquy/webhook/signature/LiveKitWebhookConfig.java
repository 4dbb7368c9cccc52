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

/** What is accepted of LiveKit's webhooks beyond those that the key in use signs. */
@ConfigMapping(prefix = "colloquy.webhook.livekit")
public interface LiveKitWebhookConfig {

    /** API keys in use before, accepted while they are rotated out. */
    List<Previous> previous();

    /** The oldest event that is accepted, by its own time of creation. */
    @WithDefault("10m")
    Duration maxAge();

    /** The largest body that is accepted. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** An API key in use before. */
    interface Previous {

        /** The API key; the one in use if only its secret is another. */
        @NotBlank
        String apiKey();

        /** Its API secret, at least 16 characters. */
        @NotBlank
        @Size(min = 16)
        String apiSecret();

        /** From when on it is refused. Without it: once it is taken out of the configuration. */
        Optional<Instant> expires();
    }
}
