package dev.colloquy.webhook.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** When providers are asked for what they owe. */
@ConfigMapping(prefix = "colloquy.webhook.reconciliation")
public interface ReconciliationConfig {

    /** Recordings of LiveKit rooms. */
    Recording recording();

    /** Conversations held with ElevenLabs. */
    Conversation conversation();

    /** LiveKit rooms. */
    Room room();

    interface Recording {

        /** How long after an interview's end LiveKit is asked for its recording for the first time. */
        @WithDefault("30s")
        @DurationMin(millis = 1)
        Duration firstQuestion();

        /** The longest wait between two questions; each is twice as long as the one before. */
        @WithDefault("5m")
        @DurationMin(millis = 1)
        Duration longestWait();

        /** How long after an interview's end it is believed that there is no recording when LiveKit knows of none. */
        @WithDefault("3m")
        Duration deadline();

        /**
         * How long after an interview's end LiveKit is asked while it still records or does not answer; then the recording has
         * expired.
         */
        @WithDefault("70m")
        Duration patience();
    }

    interface Conversation {

        /** How long after an interview's end ElevenLabs is asked for its conversation for the first time. */
        @WithDefault("30s")
        @DurationMin(millis = 1)
        Duration firstQuestion();

        /** The longest wait between two questions; each is twice as long as the one before. */
        @WithDefault("2m")
        @DurationMin(millis = 1)
        Duration longestWait();

        /** How long after an interview's end it is believed that there was no conversation when ElevenLabs lists none. */
        @WithDefault("10m")
        Duration deadline();

        /** How long before an interview's end the conversation may have begun that is looked for by our id in it. */
        @WithDefault("3h")
        Duration reach();

        /** How long after an interview's end its conversation is given up: sooner than session-service does (20 minutes). */
        @WithDefault("15m")
        Duration patience();
    }

    interface Room {

        /** How long before the time of an interview its room is watched: as long as its link is open before. */
        @WithDefault("5m")
        Duration lead();

        /** The wait between two questions who is in a room, until the interview is over. */
        @WithDefault("1m")
        @DurationMin(millis = 1)
        Duration interval();

        /** How long after the closing of the link a room is given up that nobody says is closed. */
        @WithDefault("5h")
        Duration patience();
    }
}
