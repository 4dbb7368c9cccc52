package dev.colloquy.webhook.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a recording's end is waited for, and how often it is asked for then. */
@ConfigMapping(prefix = "colloquy.webhook.recording")
public interface RecordingConfig {

    /** How long after an interview's end its recording may take to be told. */
    @WithDefault("10m")
    Duration deadline();

    /** The wait between two questions to LiveKit while it cannot be reached or is still recording. */
    @WithDefault("5m")
    @DurationMin(millis = 1)
    Duration questionInterval();

    /** How long after the deadline LiveKit is asked again; then the recording has expired. */
    @WithDefault("1h")
    Duration patience();
}
