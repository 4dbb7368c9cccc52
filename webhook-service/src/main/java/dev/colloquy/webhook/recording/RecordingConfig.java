package dev.colloquy.webhook.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How long a recording's end is waited for, and where it is asked for then. */
@ConfigMapping(prefix = "colloquy.webhook.recording")
public interface RecordingConfig {

    /** How long after an interview's end its recording may take to be told. */
    @WithDefault("10m")
    Duration deadline();

    /** How often LiveKit is asked after the deadline, while it cannot be reached or is still recording. */
    @WithDefault("3")
    @Min(1)
    int questions();

    /** LiveKit's address, {@code http(s)} or {@code ws(s)}. Without one nobody is asked. */
    Optional<URI> livekitUrl();

    /** The API key for questions. */
    @NotBlank
    String livekitApiKey();

    /** The API secret for questions, at least 16 characters. */
    @Size(min = 16)
    String livekitApiSecret();

    /** How long LiveKit may take to answer. */
    @WithDefault("5s")
    Duration livekitTimeout();
}
