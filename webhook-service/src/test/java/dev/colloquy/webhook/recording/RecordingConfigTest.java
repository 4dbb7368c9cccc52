package dev.colloquy.webhook.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.webhook.signature.Configured;
import io.smallrye.config.ConfigValidationException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingConfigTest {

    private static final String PREFIX = "colloquy.webhook.recording.";

    @Test
    void hasDefaults() {
        var config = Configured.as(
                RecordingConfig.class,
                Map.of(
                        PREFIX + "livekit-url", "",
                        PREFIX + "livekit-api-key", "key",
                        PREFIX + "livekit-api-secret", "0123456789abcdef"));

        assertEquals(Duration.ofMinutes(10), config.deadline());
        assertEquals(3, config.questions());
        assertTrue(config.livekitUrl().isEmpty());
        assertEquals(Duration.ofSeconds(5), config.livekitTimeout());
    }

    @Test
    void canAllBeSet() {
        var config = Configured.as(
                RecordingConfig.class,
                Map.of(
                        PREFIX + "deadline", "1m",
                        PREFIX + "questions", "7",
                        PREFIX + "livekit-url", "wss://livekit.example",
                        PREFIX + "livekit-api-key", "key",
                        PREFIX + "livekit-api-secret", "0123456789abcdef",
                        PREFIX + "livekit-timeout", "1s"));

        assertEquals(Duration.ofMinutes(1), config.deadline());
        assertEquals(7, config.questions());
        assertEquals(URI.create("wss://livekit.example"), config.livekitUrl().orElseThrow());
        assertEquals("key", config.livekitApiKey());
        assertEquals("0123456789abcdef", config.livekitApiSecret());
        assertEquals(Duration.ofSeconds(1), config.livekitTimeout());
    }

    @Test
    void stopsTheBootWhenTheSecretIsShort() {
        var keys = Map.of(PREFIX + "livekit-api-key", "key", PREFIX + "livekit-api-secret", "short");

        assertThrows(ConfigValidationException.class, () -> Configured.as(RecordingConfig.class, keys));
    }
}
