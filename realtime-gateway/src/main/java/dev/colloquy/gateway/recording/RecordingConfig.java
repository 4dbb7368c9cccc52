package dev.colloquy.gateway.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/** How rooms are recorded. */
@ConfigMapping(prefix = "colloquy.gateway.recording")
public interface RecordingConfig {

    enum Storage {
        /** The egress server is configured with its own storage. */
        EGRESS_SERVER,
        /** The egress server is told ours with each request. */
        OURS
    }

    /** Whose storage the egress server writes to. */
    @WithDefault("ours")
    Storage storage();

    /** The file, with LiveKit's placeholders. */
    @WithDefault("recordings/{room_name}/{utc}.ogg")
    @NotBlank
    String filepath();
}
