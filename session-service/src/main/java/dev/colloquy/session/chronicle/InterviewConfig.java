package dev.colloquy.session.chronicle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an interview waits for what others owe it. */
@ConfigMapping(prefix = "colloquy.session.interview")
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

    /** How much longer than its position allows an interview may take, from the candidate's admission. */
    @WithDefault("2m")
    Duration timeLimitGrace();

    /** How long after the closing of his link a candidate who was never let in counts as one who did not come. */
    @WithDefault("2m")
    Duration noShowGrace();
}
