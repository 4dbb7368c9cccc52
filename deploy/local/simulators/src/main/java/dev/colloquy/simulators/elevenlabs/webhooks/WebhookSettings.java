package dev.colloquy.simulators.elevenlabs.webhooks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the workspace's one webhook is set up, and how it fared: a dead one is switched off as ElevenLabs does it. */
final class WebhookSettings {

    private static final int MOST_FAILURES = 10;
    private static final Duration LONGEST_DEATH = Duration.ofDays(7);

    private List<String> events;
    private boolean retries;
    private boolean withoutTranscript;
    private boolean disabled;
    private int failures;
    private @Nullable Instant lastSuccess;

    WebhookSettings(List<String> events, boolean retries) {
        this.events = List.copyOf(events);
        this.retries = retries;
    }

    boolean wants(String event) {
        return !disabled && events.contains(event);
    }

    boolean retries() {
        return retries;
    }

    boolean withoutTranscript() {
        return withoutTranscript;
    }

    void change(List<String> wanted, boolean retrying, boolean transcriptLeftOut, boolean off) {
        events = List.copyOf(wanted);
        retries = retrying;
        withoutTranscript = transcriptLeftOut;
        disabled = off;
        failures = off ? failures : 0;
    }

    /** Only 200 is an answer. Ten failures in a row, and no success for seven days or ever, switch the webhook off. */
    void answered(int status, Instant now) {
        if (status == 200) {
            failures = 0;
            lastSuccess = now;
            return;
        }
        failures++;
        boolean longDead = lastSuccess == null || lastSuccess.isBefore(now.minus(LONGEST_DEATH));
        disabled = disabled || (failures >= MOST_FAILURES && longDead);
    }

    JsonObject view() {
        return new JsonObject()
                .put("events", new JsonArray(events))
                .put("retry_enabled", retries)
                .put("exclude_transcript", withoutTranscript)
                .put("is_auto_disabled", disabled)
                .put("consecutive_failures", failures);
    }
}
