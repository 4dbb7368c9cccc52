package dev.colloquy.session.interview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an interview waits for what others owe it. */
@ConfigMapping(prefix = "colloquy.session")
public interface InterviewConfig {

    /** The longest wait, after the end, for the rest of a transcript that is told while people speak. */
    @WithDefault("60s")
    Duration transcriptWait();

    /** The longest wait, after the end, for a transcript that the provider tells when it is done with the conversation. */
    @WithDefault("20m")
    Duration conversationWait();

    /** The longest wait, after the end, for the recording. */
    @WithDefault("15m")
    Duration recordingWait();

    /** How long a candidate whose connection was lost may take to come back before the interview is over. */
    @WithDefault("2m")
    Duration reconnectGrace();
}
