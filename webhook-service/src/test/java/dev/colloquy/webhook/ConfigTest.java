package dev.colloquy.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.delivery.DeliveryConfig;
import dev.colloquy.webhook.reconciliation.ReconciliationConfig;
import dev.colloquy.webhook.signature.Configured;
import dev.colloquy.webhook.signature.ElevenLabsConfig;
import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import dev.colloquy.webhook.signature.LiveKitConfig;
import dev.colloquy.webhook.signature.LiveKitWebhookConfig;
import dev.colloquy.webhook.signature.OpenAiWebhookConfig;
import dev.colloquy.webhook.signature.TavusWebhookConfig;
import io.smallrye.config.ConfigValidationException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("W4 Configuration")
class ConfigTest {

    private static final String SECRET = "0123456789abcdef";
    private static final Map<String, String> LIVEKIT =
            Map.of("colloquy.livekit.api-key", "key", "colloquy.livekit.api-secret", SECRET);

    @Test
    void knowsLiveKit() {
        var least = Configured.as(LiveKitConfig.class, with(LIVEKIT, "colloquy.livekit.url", ""));
        var all = Configured.as(
                LiveKitConfig.class,
                with(with(LIVEKIT, "colloquy.livekit.url", "wss://livekit.example"), "colloquy.livekit.timeout", "1s"));

        assertTrue(least.url().isEmpty());
        assertEquals(Duration.ofSeconds(5), least.timeout());
        assertEquals(URI.create("wss://livekit.example"), all.url().orElseThrow());
        assertEquals("key", all.apiKey());
        assertEquals(SECRET, all.apiSecret());
        assertEquals(Duration.ofSeconds(1), all.timeout());
    }

    @Test
    void limitsWebhooksOfLiveKit() {
        var least = Configured.as(LiveKitWebhookConfig.class, Map.of());
        var all = Configured.as(
                LiveKitWebhookConfig.class,
                Map.of(
                        "colloquy.webhook.livekit.previous-api-key", "old",
                        "colloquy.webhook.livekit.previous-api-secret", SECRET,
                        "colloquy.webhook.livekit.max-age", "1m",
                        "colloquy.webhook.livekit.max-body", "2K"));

        assertTrue(least.previousApiKey().isEmpty());
        assertTrue(least.previousApiSecret().isEmpty());
        assertEquals(Duration.ofMinutes(10), least.maxAge());
        assertEquals(1 << 20, least.maxBody().asLongValue());
        assertEquals("old", all.previousApiKey().orElseThrow());
        assertEquals(SECRET, all.previousApiSecret().orElseThrow());
        assertEquals(Duration.ofMinutes(1), all.maxAge());
        assertEquals(2048, all.maxBody().asLongValue());
    }

    @Test
    void limitsWebhooksOfElevenLabs() {
        var secret = Configured.as(
                ElevenLabsConfig.class,
                Map.of("colloquy.elevenlabs.webhook-secret", SECRET, "colloquy.elevenlabs.api-key", "a key"));
        var least = Configured.as(ElevenLabsWebhookConfig.class, Map.of());
        var all = Configured.as(
                ElevenLabsWebhookConfig.class,
                Map.of(
                        "colloquy.webhook.elevenlabs.previous-secret", SECRET,
                        "colloquy.webhook.elevenlabs.max-age", "1m",
                        "colloquy.webhook.elevenlabs.max-ahead", "1s",
                        "colloquy.webhook.elevenlabs.max-body", "2K"));

        assertEquals(SECRET, secret.webhookSecret());
        assertEquals("a key", secret.apiKey().orElseThrow());
        assertTrue(least.previousSecret().isEmpty());
        assertEquals(Duration.ofMinutes(60), least.maxAge());
        assertEquals(Duration.ofMinutes(6), least.maxAhead());
        assertEquals(4 << 20, least.maxBody().asLongValue());
        assertEquals(SECRET, all.previousSecret().orElseThrow());
        assertEquals(Duration.ofMinutes(1), all.maxAge());
        assertEquals(Duration.ofSeconds(1), all.maxAhead());
        assertEquals(2048, all.maxBody().asLongValue());
    }

    @Test
    void limitsWebhooksOfOpenAi() {
        var secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZg==";
        var least = Configured.as(OpenAiWebhookConfig.class, Map.of("colloquy.webhook.openai.secret", ""));
        var all = Configured.as(
                OpenAiWebhookConfig.class,
                Map.of(
                        "colloquy.webhook.openai.secret",
                        secret,
                        "colloquy.webhook.openai.previous-secret",
                        secret,
                        "colloquy.webhook.openai.tolerance",
                        "1m",
                        "colloquy.webhook.openai.max-body",
                        "2K"));

        assertTrue(least.secret().isEmpty());
        assertTrue(least.previousSecret().isEmpty());
        assertEquals(Duration.ofMinutes(5), least.tolerance());
        assertEquals(1 << 20, least.maxBody().asLongValue());
        assertEquals(secret, all.secret().orElseThrow());
        assertEquals(secret, all.previousSecret().orElseThrow());
        assertEquals(Duration.ofMinutes(1), all.tolerance());
        assertEquals(2048, all.maxBody().asLongValue());
    }

    @Test
    void limitsCallbacksOfTavus() {
        var secret = "0123456789-abcdef_0123456789-ABCDEF";
        var least = Configured.as(TavusWebhookConfig.class, Map.of("colloquy.webhook.tavus.secret", ""));
        var all = Configured.as(
                TavusWebhookConfig.class,
                Map.of(
                        "colloquy.webhook.tavus.secret", secret,
                        "colloquy.webhook.tavus.previous-secret", secret,
                        "colloquy.webhook.tavus.max-body", "2K"));

        assertTrue(least.secret().isEmpty());
        assertTrue(least.previousSecret().isEmpty());
        assertEquals(1 << 20, least.maxBody().asLongValue());
        assertEquals(secret, all.secret().orElseThrow());
        assertEquals(secret, all.previousSecret().orElseThrow());
        assertEquals(2048, all.maxBody().asLongValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "whsec_MDEyMzQ1Njc4OWFiY2Rl",
                "MDEyMzQ1Njc4OWFiY2RlZg==",
                "whsec_MDEyMzQ1Njc4OWFiY2RlZg="
            })
    @DisplayName("W07: a secret of OpenAI's that is short, or no secret, stops the boot")
    void stopsTheBootWhenASecretOfOpenAiIsShort(String secret) {
        assertStopsTheBoot(OpenAiWebhookConfig.class, Map.of("colloquy.webhook.openai.secret", secret), secret);
        assertStopsTheBoot(
                OpenAiWebhookConfig.class, Map.of("colloquy.webhook.openai.previous-secret", secret), secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789-abcdef_0123456789-AB", "0123456789-abcdef_0123456789-ABCDEF/"})
    @DisplayName("W07: a secret of Tavus' that is short, or needs escapes, stops the boot")
    void stopsTheBootWhenASecretOfTavusIsShort(String secret) {
        assertStopsTheBoot(TavusWebhookConfig.class, Map.of("colloquy.webhook.tavus.secret", secret), secret);
        assertStopsTheBoot(TavusWebhookConfig.class, Map.of("colloquy.webhook.tavus.previous-secret", secret), secret);
    }

    @Test
    void limitsDeliveries() {
        var least = Configured.as(DeliveryConfig.class, Map.of());
        var all = Configured.as(
                DeliveryConfig.class,
                Map.of(
                        "colloquy.webhook.delivery.store-timeout", "9s",
                        "colloquy.webhook.delivery.keep", "7d"));

        assertEquals(Duration.ofSeconds(2), least.storeTimeout());
        assertEquals(Duration.ofDays(30), least.keep());
        assertEquals(Duration.ofSeconds(9), all.storeTimeout());
        assertEquals(Duration.ofDays(7), all.keep());
    }

    @Test
    void saysWhenProvidersAreAsked() {
        var prefix = "colloquy.webhook.reconciliation.";
        var least = Configured.as(ReconciliationConfig.class, Map.of());
        var all = Configured.as(
                ReconciliationConfig.class,
                Map.of(
                        prefix + "recording.first-question", "1m",
                        prefix + "recording.longest-wait", "2m",
                        prefix + "recording.deadline", "3m",
                        prefix + "recording.patience", "4m",
                        prefix + "conversation.first-question", "5m",
                        prefix + "conversation.longest-wait", "6m",
                        prefix + "conversation.patience", "7m",
                        prefix + "room.interval", "8m",
                        prefix + "room.patience", "9m"));

        assertEquals(Duration.ofSeconds(30), least.recording().firstQuestion());
        assertEquals(Duration.ofMinutes(5), least.recording().longestWait());
        assertEquals(Duration.ofMinutes(10), least.recording().deadline());
        assertEquals(Duration.ofMinutes(70), least.recording().patience());
        assertEquals(Duration.ofSeconds(30), least.conversation().firstQuestion());
        assertEquals(Duration.ofMinutes(2), least.conversation().longestWait());
        assertEquals(Duration.ofMinutes(15), least.conversation().patience());
        assertEquals(Duration.ofMinutes(1), least.room().interval());
        assertEquals(Duration.ofHours(5), least.room().patience());
        assertEquals(Duration.ofMinutes(1), all.recording().firstQuestion());
        assertEquals(Duration.ofMinutes(2), all.recording().longestWait());
        assertEquals(Duration.ofMinutes(3), all.recording().deadline());
        assertEquals(Duration.ofMinutes(4), all.recording().patience());
        assertEquals(Duration.ofMinutes(5), all.conversation().firstQuestion());
        assertEquals(Duration.ofMinutes(6), all.conversation().longestWait());
        assertEquals(Duration.ofMinutes(7), all.conversation().patience());
        assertEquals(Duration.ofMinutes(8), all.room().interval());
        assertEquals(Duration.ofMinutes(9), all.room().patience());
    }

    @ParameterizedTest
    @CsvSource({
        "colloquy.livekit.api-secret, 0123456789abcde",
        "colloquy.livekit.api-secret, ''",
        "colloquy.livekit.api-key, ''"
    })
    void stopsTheBootWhenAKeyOfLiveKitIsEmptyOrShort(String key, String value) {
        assertStopsTheBoot(LiveKitConfig.class, with(LIVEKIT, key, value), value);
    }

    @Test
    void stopsTheBootWhenAnotherSecretIsEmptyOrShort() {
        assertStopsTheBoot(
                LiveKitWebhookConfig.class, Map.of("colloquy.webhook.livekit.previous-api-secret", "short"), "short");
        assertStopsTheBoot(
                ElevenLabsWebhookConfig.class, Map.of("colloquy.webhook.elevenlabs.previous-secret", "short"), "short");
        assertStopsTheBoot(ElevenLabsConfig.class, Map.of("colloquy.elevenlabs.webhook-secret", "short"), "short");
        assertStopsTheBoot(ElevenLabsConfig.class, Map.of("colloquy.elevenlabs.webhook-secret", ""), "");
    }

    @Test
    void stopsTheBootWhenQuestionsWouldFollowWithoutAWait() {
        var keys = Map.of("colloquy.webhook.reconciliation.room.interval", "0s");

        assertThrows(ConfigValidationException.class, () -> Configured.as(ReconciliationConfig.class, keys));
    }

    private static void assertStopsTheBoot(Class<?> type, Map<String, String> keys, String value) {
        var refusal = assertThrows(ConfigValidationException.class, () -> Configured.as(type, keys));

        assertFalse(!value.isEmpty() && refusal.getMessage().contains(value), "The message must not tell the secret");
    }

    private static Map<String, String> with(Map<String, String> keys, String key, String value) {
        var all = new HashMap<>(keys);
        all.put(key, value);
        return all;
    }
}
