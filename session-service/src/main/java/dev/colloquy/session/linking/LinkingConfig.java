package dev.colloquy.session.linking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a provider's conversation finds its interview. */
@ConfigMapping(prefix = "colloquy.session.linking")
interface LinkingConfig {

    /**
     * How far apart the ends of a conversation and of a session may be when nothing better than user and agent connects
     * them, and how long a conversation waits for its session to be saved.
     */
    @WithDefault("10m")
    Duration window();
}
