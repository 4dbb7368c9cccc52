package dev.colloquy.session.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveConfigTest {

    @Test
    void hasTheDocumentedDefaults() {
        var config = read(Map.of());
        assertEquals(Duration.ofSeconds(15), config.heartbeat());
        assertEquals(Duration.ofMillis(250), config.pollInterval());
        assertEquals(10, config.streamsPerInterview());
        assertEquals(500, config.streams());
    }

    @Test
    void takesEverySetting() {
        var config = read(Map.of(
                "colloquy.session.live.heartbeat", "1s",
                "colloquy.session.live.poll-interval", "3s",
                "colloquy.session.live.streams-per-interview", "4",
                "colloquy.session.live.streams", "5"));
        assertEquals(Duration.ofSeconds(1), config.heartbeat());
        assertEquals(Duration.ofSeconds(3), config.pollInterval());
        assertEquals(4, config.streamsPerInterview());
        assertEquals(5, config.streams());
    }

    private static LiveConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(LiveConfig.class)
                .build()
                .getConfigMapping(LiveConfig.class);
    }
}
