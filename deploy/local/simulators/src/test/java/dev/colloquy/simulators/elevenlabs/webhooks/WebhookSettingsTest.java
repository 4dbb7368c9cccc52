package dev.colloquy.simulators.elevenlabs.webhooks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Format;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");

    private final WebhookSettings settings =
            new WebhookSettings(new Setup(Set.of(Subscription.TRANSCRIPT), Format.JSON, true, false));

    @Test
    @DisplayName("providers 2.3: ten failures in a row switch off a webhook that last worked more than seven days ago")
    void diesAfterSevenDays() {
        settings.answered(200, START);
        fail(10, START.plus(Duration.ofDays(7)));
        assertTrue(settings.wants(Subscription.TRANSCRIPT), "it worked seven days ago");
        fail(1, START.plus(Duration.ofDays(7)).plusSeconds(1));
        assertFalse(settings.wants(Subscription.TRANSCRIPT));
    }

    @Test
    @DisplayName("providers 2.3: one success in between is enough to go on")
    void isSavedByOneSuccess() {
        fail(9, START);
        settings.answered(200, START);
        fail(9, START.plus(Duration.ofDays(30)));
        assertTrue(settings.wants(Subscription.TRANSCRIPT));
        fail(1, START.plus(Duration.ofDays(30)));
        assertFalse(settings.wants(Subscription.TRANSCRIPT));
    }

    private void fail(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            settings.answered(503, now);
        }
    }
}
