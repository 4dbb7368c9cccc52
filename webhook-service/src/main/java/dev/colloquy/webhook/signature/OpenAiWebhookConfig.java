package dev.colloquy.webhook.signature;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is accepted of OpenAI's webhooks. */
@ConfigMapping(prefix = "colloquy.webhook.openai")
public interface OpenAiWebhookConfig {

    /** {@code whsec_} and at least 16 bytes in base64. */
    String SECRET = "whsec_([A-Za-z0-9+/]{4}){5,}([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=?|[A-Za-z0-9+/]{2}(==)?)";

    /** The secret it signs its webhooks with, {@code whsec_…}. Without one they are refused. */
    Optional<@Pattern(regexp = SECRET) String> secret();

    /** Secrets in use before, accepted while they are rotated out. */
    List<Previous> previous();

    /** How far the time of signing may be from ours, to both sides. */
    @WithDefault("5m")
    Duration tolerance();

    /** The largest body that is accepted. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** A secret in use before. */
    interface Previous {

        /** {@code whsec_…}. */
        @Pattern(regexp = SECRET)
        String secret();

        /** From when on it is refused. Without it: once it is taken out of the configuration. */
        Optional<Instant> expires();
    }
}
