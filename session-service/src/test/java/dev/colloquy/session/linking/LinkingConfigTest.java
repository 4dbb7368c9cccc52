package dev.colloquy.session.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkingConfigTest {

    @Test
    void hasAWindowOfTenMinutesUnlessConfigured() {
        assertEquals(Duration.ofMinutes(10), window(Map.of()));
        assertEquals(Duration.ofSeconds(30), window(Map.of("colloquy.session.linking.window", "30s")));
    }

    private static Duration window(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(LinkingConfig.class)
                .build()
                .getConfigMapping(LinkingConfig.class)
                .window();
    }
}
