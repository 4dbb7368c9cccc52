package dev.colloquy.webhook.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;

/** Where the sound of conversations is kept. */
@ConfigMapping(prefix = "colloquy.storage")
public interface StorageConfig {

    URI endpoint();

    @NotBlank
    String region();

    @NotBlank
    String bucket();

    @NotBlank
    String accessKey();

    @NotBlank
    String secretKey();

    /** The longest one call may take, with its retries. */
    @WithDefault("60s")
    Duration timeout();
}
