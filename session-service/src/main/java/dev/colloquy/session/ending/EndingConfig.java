package dev.colloquy.session.ending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How an end is taken in. */
@ConfigMapping(prefix = "colloquy.session.ending")
public interface EndingConfig {

    /** How long the end of an interview is tried again while the database is away; then the caller is asked to. */
    @WithDefault("5s")
    Duration patience();
}
