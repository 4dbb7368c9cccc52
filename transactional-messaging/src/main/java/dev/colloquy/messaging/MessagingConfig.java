package dev.colloquy.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How eagerly messages are relayed and work is done. */
@ConfigMapping(prefix = "colloquy.messaging")
interface MessagingConfig {

    /** The topics this service publishes to; it is not ready while one is missing. */
    Optional<Set<String>> topics();

    /** The longest that work which has become due, or what a replica that died has left behind, waits. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Messages read, sent and marked together. */
    @WithDefault("200")
    @Min(1)
    @Max(5000)
    int batchSize();

    /**
     * How long the broker may take to acknowledge a message before the relay tries again. A relay that hangs is
     * relieved after four times as long.
     */
    @WithDefault("15s")
    Duration deliveryTimeout();

    /** How long claimed work belongs to its worker; afterwards another one takes it. */
    @WithDefault("30s")
    Duration lease();

    /** The wait after the first failure; doubled after each further one, up to five minutes, with jitter. */
    @WithDefault("1s")
    Duration backoff();

    /** How long a consumer tries again while the database cannot be reached; then the event is a dead letter. */
    @WithDefault("10m")
    Duration consumerPatience();

    /** How long published, received and finished rows are kept: longer than the topics keep their messages. */
    @WithDefault("14d")
    Duration keep();

    /** How often rows past their time are removed. */
    @WithDefault("10m")
    Duration cleanUpInterval();
}
