package dev.colloquy.booking.window;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How wide the window around the scheduled time is. */
@ConfigMapping(prefix = "colloquy.booking.window")
public interface WindowConfig {

    /** How long before its time an interview may be joined. */
    @WithDefault("5m")
    Duration opensBefore();

    /** How long after its time an interview may be joined for the first time. */
    @WithDefault("60m")
    Duration closesAfter();
}
