package dev.colloquy.gateway.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;

/** Where recordings go. */
@ConfigMapping(prefix = "colloquy.recording")
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

    S3 s3();

    /** Our storage as the egress server reaches it. */
    interface S3 {
        URI endpoint();

        String region();

        String bucket();

        String accessKey();

        String secretKey();
    }
}
