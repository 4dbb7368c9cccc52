package dev.colloquy.webhook.signature;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/** What is accepted of LiveKit's webhooks beyond those that the key in use signs. */
@ConfigMapping(prefix = "colloquy.webhook.livekit")
public interface LiveKitWebhookConfig {

    /** The API key in use before, accepted with its secret while a rotation is under way. */
    Optional<String> previousApiKey();

    /** The API secret in use before, at least 16 characters. */
    Optional<@Size(min = 16) String> previousApiSecret();

    /** The oldest event that is accepted, by its own time of creation. */
    @WithDefault("10m")
    Duration maxAge();

    /** The largest body that is accepted. */
    @WithDefault("1M")
    MemorySize maxBody();
}
