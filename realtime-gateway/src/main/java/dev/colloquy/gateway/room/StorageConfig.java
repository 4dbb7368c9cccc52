package dev.colloquy.gateway.room;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;

/** Our storage, as LiveKit's egress server reaches it. */
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
}
