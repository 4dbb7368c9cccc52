package dev.colloquy.webhook.signature;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/** The API keys LiveKit signs its webhooks with, and what is accepted of them. */
@ConfigMapping(prefix = "colloquy.webhook.livekit")
public interface LivekitConfig {

    /** The key in use. */
    Key current();

    /** The key in use before, accepted while a rotation is under way. */
    Optional<Key> previous();

    /** The oldest event that is accepted, by its own time of creation. */
    @WithDefault("10m")
    Duration maxAge();

    /** The largest body that is accepted. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** An API key of LiveKit. */
    interface Key {

        /** The API key, the issuer of LiveKit's tokens. */
        @NotBlank
        String id();

        /** The API secret, at least 16 characters. */
        @Size(min = 16)
        String secret();
    }
}
