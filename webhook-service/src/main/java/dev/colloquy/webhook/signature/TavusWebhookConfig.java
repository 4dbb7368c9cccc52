package dev.colloquy.webhook.signature;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** What is accepted of Tavus' callbacks. It signs nothing: the address itself is the proof. */
@ConfigMapping(prefix = "colloquy.webhook.tavus")
public interface TavusWebhookConfig {

    /** At least 32 characters that need no escape in an address. */
    String SECRET = "[A-Za-z0-9_-]{32,}";

    /** The last part of the callback's address. Without one all are refused. */
    Optional<@Pattern(regexp = SECRET) String> secret();

    /** The secret in use before, accepted as long as conversations that were begun with it may call back. */
    Optional<@Pattern(regexp = SECRET) String> previousSecret();

    /** The largest body that is accepted. */
    @WithDefault("1M")
    MemorySize maxBody();
}
