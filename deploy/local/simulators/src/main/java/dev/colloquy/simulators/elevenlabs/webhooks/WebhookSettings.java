package dev.colloquy.simulators.elevenlabs.webhooks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the workspace's one webhook is set up, and how it fared: a dead one is switched off as ElevenLabs does it. */
final class WebhookSettings {

    private static final int MOST_FAILURES = 10;
    private static final Duration LONGEST_DEATH = Duration.ofDays(7);
    private static final int MOST_WAITING = 100;

    private Setup setup;
    private boolean disabled;
    private int failures;
    private int waiting;
    private @Nullable Instant lastSuccess;

    WebhookSettings(Setup setup) {
        this.setup = setup;
    }

    /** What one sets up in the dashboard. */
    record Setup(Set<Subscription> events, Format transcripts, boolean retries, boolean withoutTranscript) {

        Setup {
            events = Set.copyOf(events);
        }
    }

    /** How a transcript is written. */
    enum Format {
        JSON("json"),
        OPEN_TELEMETRY("opentelemetry");

        private final String wireName;

        Format(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    boolean wants(Subscription event) {
        return !disabled && setup.events().contains(event);
    }

    Setup setup() {
        return setup;
    }

    void change(Setup changed, boolean off) {
        setup = changed;
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

    /** Whether one more may wait to be sent again; it then does. */
    boolean mayWait() {
        if (!setup.retries() || waiting >= MOST_WAITING) {
            return false;
        }
        waiting++;
        return true;
    }

    void waited() {
        waiting--;
    }

    JsonObject view() {
        return new JsonObject()
                .put(
                        "events",
                        new JsonArray(setup.events().stream()
                                .sorted()
                                .map(Subscription::wireName)
                                .toList()))
                .put("transcript_format", setup.transcripts().wireName())
                .put("retry_enabled", setup.retries())
                .put("exclude_transcript", setup.withoutTranscript())
                .put("is_auto_disabled", disabled)
                .put("consecutive_failures", failures)
                .put("retries_waiting", waiting);
    }
}
