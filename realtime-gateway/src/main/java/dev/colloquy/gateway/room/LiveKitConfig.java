package dev.colloquy.gateway.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;

/** The LiveKit server whose rooms we end and record. */
@ConfigMapping(prefix = "colloquy.livekit")
public interface LiveKitConfig {

    /** Its address; ws(s) is understood as http(s). */
    URI url();

    @NotBlank
    String apiKey();

    @Size(min = 16)
    String apiSecret();

    /** How long one call to it may take. */
    @WithDefault("5s")
    Duration timeout();
}
