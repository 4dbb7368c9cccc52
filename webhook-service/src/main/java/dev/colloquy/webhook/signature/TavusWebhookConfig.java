package dev.colloquy.webhook.signature;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is accepted of Tavus' callbacks. It signs nothing: the address itself is the proof. */
@ConfigMapping(prefix = "colloquy.webhook.tavus")
public interface TavusWebhookConfig {

    /** At least 32 characters that need no escape in an address. */
    String SECRET = "[A-Za-z0-9_-]{32,}";

    /** The last part of the callback's address. Without one all are refused. */
    Optional<@Pattern(regexp = SECRET) String> secret();

    /** Secrets in use before, accepted as long as conversations that were begun with them may call back. */
    List<Previous> previous();

    /** The largest body that is accepted. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** A secret in use before. */
    interface Previous {

        /** At least 32 characters that need no escape in an address. */
        @Pattern(regexp = SECRET)
        String secret();

        /** From when on it is refused. Without it: once it is taken out of the configuration. */
        Optional<Instant> expires();
    }
}
