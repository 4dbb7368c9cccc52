package dev.colloquy.webhook.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("W4 Keys of providers")
class SecretsTest {

    private static final Map<String, String> LIVEKIT = Map.of(
            "colloquy.webhook.livekit.current.id", "key",
            "colloquy.webhook.livekit.current.secret", "0123456789abcdef");
    private static final Map<String, String> ELEVENLABS =
            Map.of("colloquy.webhook.elevenlabs.secret", "0123456789abcdef");

    @Test
    void haveDefaults() {
        var livekit = Configured.as(LivekitConfig.class, LIVEKIT);
        var elevenlabs = Configured.as(ElevenlabsConfig.class, ELEVENLABS);

        assertTrue(livekit.previous().isEmpty());
        assertEquals(Duration.ofMinutes(10), livekit.maxAge());
        assertEquals(1 << 20, livekit.maxBody().asLongValue());
        assertTrue(elevenlabs.previousSecret().isEmpty());
        assertEquals(Duration.ofMinutes(60), elevenlabs.maxAge());
        assertEquals(Duration.ofMinutes(6), elevenlabs.maxAhead());
        assertEquals(4 << 20, elevenlabs.maxBody().asLongValue());
    }

    @Test
    void canAllBeSet() {
        var livekit = Configured.as(
                LivekitConfig.class,
                with(
                        LIVEKIT,
                        Map.of(
                                "colloquy.webhook.livekit.previous.id", "old",
                                "colloquy.webhook.livekit.previous.secret", "fedcba9876543210",
                                "colloquy.webhook.livekit.max-age", "1m",
                                "colloquy.webhook.livekit.max-body", "2K")));
        var elevenlabs = Configured.as(
                ElevenlabsConfig.class,
                with(
                        ELEVENLABS,
                        Map.of(
                                "colloquy.webhook.elevenlabs.previous-secret", "fedcba9876543210",
                                "colloquy.webhook.elevenlabs.max-age", "1m",
                                "colloquy.webhook.elevenlabs.max-ahead", "1s",
                                "colloquy.webhook.elevenlabs.max-body", "2K")));

        assertEquals("old", livekit.previous().orElseThrow().id());
        assertEquals(Duration.ofMinutes(1), livekit.maxAge());
        assertEquals(2048, livekit.maxBody().asLongValue());
        assertEquals("fedcba9876543210", elevenlabs.previousSecret().orElseThrow());
        assertEquals(Duration.ofMinutes(1), elevenlabs.maxAge());
        assertEquals(Duration.ofSeconds(1), elevenlabs.maxAhead());
        assertEquals(2048, elevenlabs.maxBody().asLongValue());
    }

    @ParameterizedTest
    @CsvSource({
        "colloquy.webhook.livekit.current.secret, 0123456789abcde",
        "colloquy.webhook.livekit.current.secret, ''",
        "colloquy.webhook.livekit.current.id, ''",
        "colloquy.webhook.livekit.previous.secret, short"
    })
    void stopTheBootWhenLivekitsAreEmptyOrShort(String key, String value) {
        var keys = with(with(LIVEKIT, Map.of("colloquy.webhook.livekit.previous.id", "old")), Map.of(key, value));

        assertStopsTheBoot(LivekitConfig.class, keys, value);
    }

    @ParameterizedTest
    @CsvSource({
        "colloquy.webhook.elevenlabs.secret, 0123456789abcde",
        "colloquy.webhook.elevenlabs.secret, ''",
        "colloquy.webhook.elevenlabs.previous-secret, short"
    })
    void stopTheBootWhenElevenlabsAreEmptyOrShort(String key, String value) {
        assertStopsTheBoot(ElevenlabsConfig.class, with(ELEVENLABS, Map.of(key, value)), value);
    }

    private static void assertStopsTheBoot(Class<?> type, Map<String, String> keys, String value) {
        var refusal = assertThrows(ConfigValidationException.class, () -> Configured.as(type, keys));

        assertFalse(!value.isEmpty() && refusal.getMessage().contains(value), "The message must not tell the secret");
    }

    private static Map<String, String> with(Map<String, String> keys, Map<String, String> others) {
        var all = new HashMap<>(keys);
        all.putAll(others);
        return all;
    }
}
