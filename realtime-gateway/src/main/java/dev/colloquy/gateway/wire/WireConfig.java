package dev.colloquy.gateway.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a socket counts as dead. */
@ConfigMapping(prefix = "colloquy.gateway.wire")
public interface WireConfig {

    /** How often a client is pinged. */
    @WithDefault("20s")
    Duration pingInterval();

    /** How long after a ping a client may show no sign of life. */
    @WithDefault("10s")
    Duration pongTimeout();

    /** How long a client may read nothing of what is written to it. */
    @WithDefault("8s")
    Duration stallTimeout();
}
