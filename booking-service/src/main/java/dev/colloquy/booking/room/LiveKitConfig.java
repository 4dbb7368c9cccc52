package dev.colloquy.booking.room;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;

/** The LiveKit server that carries the media, if there is one. */
@ConfigMapping(prefix = "colloquy.livekit")
public interface LiveKitConfig {

    /** Its address; candidates get it as {@code ws:} or {@code wss:}. */
    Optional<URI> url();

    /** The key that room tokens are issued by. */
    Optional<String> apiKey();

    /** The secret that signs them. */
    Optional<@Size(min = 16) String> apiSecret();
}
