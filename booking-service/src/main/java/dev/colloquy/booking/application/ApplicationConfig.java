package dev.colloquy.booking.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMax;

/** What times may be booked. */
@ConfigMapping(prefix = "colloquy.booking.application")
public interface ApplicationConfig {

    /** The time zone of a wall time that comes without one (IANA name). */
    @WithDefault("UTC")
    ZoneId defaultZone();

    /** How far ahead an interview must be at least. */
    @WithDefault("1m")
    Duration earliest();

    /** How far ahead an interview may be at most. */
    @WithDefault("366d")
    @DurationMax(days = 731)
    Duration latest();
}
