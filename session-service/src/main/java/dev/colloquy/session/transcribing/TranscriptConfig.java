package dev.colloquy.session.transcribing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How transcripts are taken. */
@ConfigMapping(prefix = "colloquy.session.transcript")
public interface TranscriptConfig {

    /** How long after an interview's end a server may still tell what makes another final version of it. */
    @WithDefault("24h")
    Duration lateWords();
}
