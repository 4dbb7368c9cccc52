package dev.colloquy.session.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Live streams of interviews. */
@ConfigMapping(prefix = "colloquy.session.live")
public interface LiveConfig {

    /** How often a stream on which nothing happens shows that it is alive; proxies must wait longer. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How often each replica looks for news of the interviews it streams. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** The most streams of one interview on one replica. */
    @WithDefault("10")
    @Min(1)
    int streamsPerInterview();

    /** The most streams on one replica. */
    @WithDefault("500")
    @Min(1)
    int streams();
}
