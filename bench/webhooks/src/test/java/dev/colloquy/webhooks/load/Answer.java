package dev.colloquy.webhooks.load;

import java.time.Duration;

/**
 * What came of one attempt to deliver.
 *
 * @param due when it was to be sent, in nanoseconds of this JVM
 * @param status 0 when there was no answer
 * @param retryAfter seconds, 0 when not said
 */
public record Answer(long due, long answered, int status, int retryAfter) {

    public boolean isAcknowledged() {
        return status >= 200 && status < 300;
    }

    public Duration time() {
        return Duration.ofNanos(answered - due);
    }

    /** As LiveKit sees it: 4xx is delivered, and never repeated. */
    boolean isFinal() {
        return status >= 200 && status < 500;
    }

    /** How long LiveKit waits after this attempt, the first being 1. */
    Duration wait(int attempt) {
        return retryAfter > 0 ? Duration.ofSeconds(retryAfter) : Duration.ofSeconds(1L << (attempt - 1));
    }
}
