package dev.colloquy.webhook;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.body.BodyConfig;
import dev.colloquy.webhook.delivery.DeliveryConfig;
import dev.colloquy.webhook.reconciliation.ReconciliationConfig;
import dev.colloquy.webhook.signature.Configured;
import dev.colloquy.webhook.signature.ElevenLabsConfig;
import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import dev.colloquy.webhook.signature.LiveKitConfig;
import dev.colloquy.webhook.signature.LiveKitWebhookConfig;
import dev.colloquy.webhook.signature.OpenAiWebhookConfig;
import dev.colloquy.webhook.signature.TavusWebhookConfig;
import dev.colloquy.webhook.storage.StorageConfig;
import io.smallrye.config.ConfigValidationException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W4 Configuration")
class ConfigTest {

    private static final String SECRET = "0123456789abcdef";
    private static final Instant END = Instant.parse("2026-11-21T10:00:00Z");
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
                        "colloquy.webhook.livekit.previous[0].api-key", "old",
                        "colloquy.webhook.livekit.previous[0].api-secret", SECRET,
                        "colloquy.webhook.livekit.previous[0].expires", END.toString(),
                        "colloquy.webhook.livekit.previous[1].api-key", "older",
                        "colloquy.webhook.livekit.previous[1].api-secret", SECRET + "x",
                        "colloquy.webhook.livekit.max-age", "1m",
                        "colloquy.webhook.livekit.max-body", "2K"));

        assertTrue(least.previous().isEmpty());
        assertEquals(Duration.ofMinutes(10), least.maxAge());
        assertEquals(1 << 20, least.maxBody().asLongValue());
        assertEquals("old", all.previous().getFirst().apiKey());
        assertEquals(SECRET, all.previous().getFirst().apiSecret());
        assertEquals(Optional.of(END), all.previous().getFirst().expires());
        assertEquals("older", all.previous().getLast().apiKey());
        assertEquals(SECRET + "x", all.previous().getLast().apiSecret());
        assertTrue(all.previous().getLast().expires().isEmpty());
        assertEquals(Duration.ofMinutes(1), all.maxAge());
        assertEquals(2048, all.maxBody().asLongValue());
    }

    @Test
    void limitsWebhooksOfElevenLabs() {
        var secret = Configured.as(
                ElevenLabsConfig.class,
                Map.of(
                        "colloquy.elevenlabs.webhook-secret", SECRET,
                        "colloquy.elevenlabs.api-key", "a key",
                        "colloquy.elevenlabs.key-memory", "2m"));
        var plain = Configured.as(ElevenLabsConfig.class, Map.of("colloquy.elevenlabs.webhook-secret", SECRET));
        var least = Configured.as(ElevenLabsWebhookConfig.class, Map.of());
        var all = Configured.as(
                ElevenLabsWebhookConfig.class,
                Map.of(
                        "colloquy.webhook.elevenlabs.previous[0].secret",
                        SECRET,
                        "colloquy.webhook.elevenlabs.previous[0].expires",
                        END.toString(),
                        "colloquy.webhook.elevenlabs.previous[1].secret",
                        SECRET + "x",
                        "colloquy.webhook.elevenlabs.max-age",
                        "1m",
                        "colloquy.webhook.elevenlabs.max-ahead",
                        "1s",
                        "colloquy.webhook.elevenlabs.max-body",
                        "2K",
                        "colloquy.webhook.elevenlabs.max-audio-body",
                        "3K"));

        assertEquals(SECRET, secret.webhookSecret());
        assertEquals("a key", secret.apiKey().orElseThrow());
        assertEquals(Duration.ofMinutes(2), secret.keyMemory());
        assertTrue(plain.apiKey().isEmpty());
        assertEquals(Duration.ofMinutes(1), plain.keyMemory());
        assertTrue(least.previous().isEmpty());
        assertEquals(Duration.ofMinutes(60), least.maxAge());
        assertEquals(Duration.ofMinutes(5), least.maxAhead());
        assertEquals(4 << 20, least.maxBody().asLongValue());
        assertEquals(SECRET, all.previous().getFirst().secret());
        assertEquals(Optional.of(END), all.previous().getFirst().expires());
        assertEquals(SECRET + "x", all.previous().getLast().secret());
        assertTrue(all.previous().getLast().expires().isEmpty());
        assertEquals(150 << 20, least.maxAudioBody().asLongValue());
        assertEquals(Duration.ofMinutes(1), all.maxAge());
        assertEquals(Duration.ofSeconds(1), all.maxAhead());
        assertEquals(2048, all.maxBody().asLongValue());
        assertEquals(3072, all.maxAudioBody().asLongValue());
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
                        "colloquy.webhook.openai.previous[0].secret",
                        secret,
                        "colloquy.webhook.openai.previous[0].expires",
                        END.toString(),
                        "colloquy.webhook.openai.tolerance",
                        "1m",
                        "colloquy.webhook.openai.max-body",
                        "2K"));

        assertTrue(least.secret().isEmpty());
        assertTrue(least.previous().isEmpty());
        assertEquals(Duration.ofMinutes(5), least.tolerance());
        assertEquals(1 << 20, least.maxBody().asLongValue());
        assertEquals(secret, all.secret().orElseThrow());
        assertEquals(secret, all.previous().getFirst().secret());
        assertEquals(Optional.of(END), all.previous().getFirst().expires());
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
                        "colloquy.webhook.tavus.secret",
                        secret,
                        "colloquy.webhook.tavus.previous[0].secret",
                        secret,
                        "colloquy.webhook.tavus.previous[0].expires",
                        END.toString(),
                        "colloquy.webhook.tavus.max-body",
                        "2K"));

        assertTrue(least.secret().isEmpty());
        assertTrue(least.previous().isEmpty());
        assertEquals(1 << 20, least.maxBody().asLongValue());
        assertEquals(secret, all.secret().orElseThrow());
        assertEquals(secret, all.previous().getFirst().secret());
        assertEquals(Optional.of(END), all.previous().getFirst().expires());
        assertEquals(2048, all.maxBody().asLongValue());
    }

    @Test
    void limitsBodies() {
        var least = Configured.as(BodyConfig.class, Map.of());
        var all = Configured.as(
                BodyConfig.class,
                Map.of(
                        "colloquy.webhook.body.folder", "bodies",
                        "colloquy.webhook.body.large-at-once", "2",
                        "colloquy.webhook.body.patience", "3s",
                        "colloquy.webhook.body.least-progress", "4K"));

        assertTrue(least.folder().isEmpty());
        assertEquals(8, least.largeAtOnce());
        assertEquals(Duration.ofSeconds(25), least.patience());
        assertEquals(512 << 10, least.leastProgress().asLongValue());
        assertEquals(Path.of("bodies"), all.folder().orElseThrow());
        assertEquals(2, all.largeAtOnce());
        assertEquals(Duration.ofSeconds(3), all.patience());
        assertEquals(4096, all.leastProgress().asLongValue());
    }

    @Test
    void knowsTheStorage() {
        var keys = Map.of(
                "colloquy.storage.endpoint", "http://storage.example",
                "colloquy.storage.region", "r",
                "colloquy.storage.bucket", "b",
                "colloquy.storage.access-key", "a",
                "colloquy.storage.secret-key", "s");
        var least = Configured.as(StorageConfig.class, keys);

        assertEquals(URI.create("http://storage.example"), least.endpoint());
        assertEquals("r", least.region());
        assertEquals("b", least.bucket());
        assertEquals("a", least.accessKey());
        assertEquals("s", least.secretKey());
        assertEquals(Duration.ofSeconds(60), least.timeout());
        assertEquals(
                Duration.ofSeconds(1),
                Configured.as(StorageConfig.class, with(keys, "colloquy.storage.timeout", "1s"))
                        .timeout());
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
                Map.ofEntries(
                        entry(prefix + "recording.first-question", "1m"),
                        entry(prefix + "recording.longest-wait", "2m"),
                        entry(prefix + "recording.deadline", "3m"),
                        entry(prefix + "recording.patience", "4m"),
                        entry(prefix + "conversation.first-question", "5m"),
                        entry(prefix + "conversation.longest-wait", "6m"),
                        entry(prefix + "conversation.patience", "7m"),
                        entry(prefix + "conversation.deadline", "11m"),
                        entry(prefix + "conversation.reach", "12m"),
                        entry(prefix + "room.interval", "8m"),
                        entry(prefix + "room.lead", "9m"),
                        entry(prefix + "room.patience", "10m")));

        assertEquals(Duration.ofSeconds(30), least.recording().firstQuestion());
        assertEquals(Duration.ofMinutes(5), least.recording().longestWait());
        assertEquals(Duration.ofMinutes(3), least.recording().deadline());
        assertEquals(Duration.ofMinutes(70), least.recording().patience());
        assertEquals(Duration.ofSeconds(30), least.conversation().firstQuestion());
        assertEquals(Duration.ofMinutes(2), least.conversation().longestWait());
        assertEquals(Duration.ofMinutes(15), least.conversation().patience());
        assertEquals(Duration.ofMinutes(10), least.conversation().deadline());
        assertEquals(Duration.ofHours(3), least.conversation().reach());
        assertEquals(Duration.ofMinutes(1), least.room().interval());
        assertEquals(Duration.ofMinutes(5), least.room().lead());
        assertEquals(Duration.ofHours(5), least.room().patience());
        assertEquals(Duration.ofMinutes(1), all.recording().firstQuestion());
        assertEquals(Duration.ofMinutes(2), all.recording().longestWait());
        assertEquals(Duration.ofMinutes(3), all.recording().deadline());
        assertEquals(Duration.ofMinutes(4), all.recording().patience());
        assertEquals(Duration.ofMinutes(5), all.conversation().firstQuestion());
        assertEquals(Duration.ofMinutes(6), all.conversation().longestWait());
        assertEquals(Duration.ofMinutes(7), all.conversation().patience());
        assertEquals(Duration.ofMinutes(11), all.conversation().deadline());
        assertEquals(Duration.ofMinutes(12), all.conversation().reach());
        assertEquals(Duration.ofMinutes(8), all.room().interval());
        assertEquals(Duration.ofMinutes(9), all.room().lead());
        assertEquals(Duration.ofMinutes(10), all.room().patience());
    }

    @Test
    void stopsTheBootWhenQuestionsWouldFollowWithoutAWait() {
        var keys = Map.of("colloquy.webhook.reconciliation.room.interval", "0s");

        assertThrows(ConfigValidationException.class, () -> Configured.as(ReconciliationConfig.class, keys));
    }

    private static Map<String, String> with(Map<String, String> keys, String key, String value) {
        var all = new HashMap<>(keys);
        all.put(key, value);
        return all;
    }
}
