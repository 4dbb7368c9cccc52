package dev.colloquy.gateway.ending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rooms and sockets come to their end. */
@ConfigMapping(prefix = "colloquy.gateway.ending")
public interface EndingConfig {

    /** How long the agent may take to say its last words and leave. */
    @WithDefault("3s")
    Duration grace();

    /** How often the room is asked whether it has left. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How often a replica looks whether interviews of its sockets are over, should the news have gone past it. */
    @WithDefault("20s")
    Duration sweepInterval();
}
