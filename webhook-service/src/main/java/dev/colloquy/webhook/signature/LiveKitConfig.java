package dev.colloquy.webhook.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The LiveKit server that tells us what happens in its rooms, and is asked what it did not tell. */
@ConfigMapping(prefix = "colloquy.livekit")
public interface LiveKitConfig {

    /** Its address, {@code http(s)} or {@code ws(s)}. Without one nobody is asked. */
    Optional<URI> url();

    /** The API key, the issuer of LiveKit's tokens and of ours. */
    @NotBlank
    String apiKey();

    /** The API secret both sides sign with, at least 16 characters. */
    @NotBlank
    @Size(min = 16)
    String apiSecret();

    /** How long LiveKit may take to answer. */
    @WithDefault("5s")
    Duration timeout();
}
