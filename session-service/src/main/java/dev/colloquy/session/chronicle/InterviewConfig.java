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

    /** The longest wait, after the end, for the recording: longer than webhook-service asks for it (70 minutes). */
    @WithDefault("90m")
    Duration recordingWait();

    /** How long a candidate whose connection was lost may take to come back before the interview is over. */
    @WithDefault("2m")
    Duration reconnectGrace();

    /** How much longer than its position allows an interview may take, from its beginning, or from the admission of a candidate who never connects. */
    @WithDefault("2m")
    Duration timeLimitGrace();

    /** How long after the closing of his link a candidate who was never let in counts as one who did not come. */
    @WithDefault("2m")
    Duration noShowGrace();

    /** How long after his admission it is noted that neither sound nor picture of a candidate arrived. */
    @WithDefault("5m")
    Duration mediaWait();

    /** How long a candidate is alone in the room before it is noted that the interviewer did not come. */
    @WithDefault("2m")
    Duration agentWait();

    /** How long after the end it is noted that the room or the call was not closed. */
    @WithDefault("2m")
    Duration hangUpWait();
}
