package dev.colloquy.gateway.ending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much time an ending room is given. */
@ConfigMapping(prefix = "colloquy.teardown")
public interface TeardownConfig {

    /** How long the agent may take to say its last words and leave. */
    @WithDefault("3s")
    Duration grace();

    /** How often the room is asked whether it has left. */
    @WithDefault("250ms")
    Duration pollInterval();
}
