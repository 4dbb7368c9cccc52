package dev.colloquy.report.writing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When a report that cannot be written has failed. */
@ConfigMapping(prefix = "colloquy.report.writing")
public interface WritingConfig {

    /** How long session-service and the model may be out of reach. */
    @WithDefault("6h")
    Duration patience();

    /** How many answers of the model may be of no use: refusals, cut off, or unreadable even after a correction. */
    @WithDefault("3")
    @Min(1)
    int uselessAnswers();
}
