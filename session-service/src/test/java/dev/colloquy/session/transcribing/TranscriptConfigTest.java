package dev.colloquy.session.transcribing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptConfigTest {

    @Test
    void takesLateWordsForADay() {
        assertEquals(Duration.ofHours(24), read(Map.of()).lateWords());
        assertEquals(
                Duration.ofSeconds(1),
                read(Map.of("colloquy.session.transcript.late-words", "1s")).lateWords());
    }

    private static TranscriptConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(TranscriptConfig.class)
                .build()
                .getConfigMapping(TranscriptConfig.class);
    }
}
