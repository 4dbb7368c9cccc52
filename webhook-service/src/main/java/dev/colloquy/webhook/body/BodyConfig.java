package dev.colloquy.webhook.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How bodies of requests are taken in. */
@ConfigMapping(prefix = "colloquy.webhook.body")
public interface BodyConfig {

    /** Where large bodies wait while they are looked at; without one in the system's folder for temporary files. */
    Optional<Path> folder();

    /** How many large bodies are taken in at once; others are asked to come again. */
    @WithDefault("8")
    @Positive
    int largeAtOnce();

    /** How long a sender may take for a whole body, or for the least progress of a large one. */
    @WithDefault("25s")
    @DurationMin(millis = 100)
    Duration patience();

    /** How much of a body that is not whole yet must come in that time. */
    @WithDefault("512K")
    MemorySize leastProgress();
}
