package dev.colloquy.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How eagerly messages are relayed and work is done. */
@ConfigMapping(prefix = "colloquy.messaging")
interface MessagingConfig {

    /** The longest a committed message or due work waits when no notification arrives. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Messages read, sent and marked together. */
    @WithDefault("200")
    @Min(1)
    @Max(5000)
    int batchSize();

    /** How long the broker may take to acknowledge a message before the relay tries again. */
    @WithDefault("15s")
    Duration deliveryTimeout();

    /** How long claimed work belongs to its worker; afterwards another one takes it. */
    @WithDefault("30s")
    Duration lease();

    /** Work that failed this often is dead and waits for an operator. */
    @WithDefault("10")
    @Min(1)
    int maxAttempts();

    /** The wait after the first failure; doubled after each further one, up to five minutes, with jitter. */
    @WithDefault("1s")
    Duration backoff();
}
