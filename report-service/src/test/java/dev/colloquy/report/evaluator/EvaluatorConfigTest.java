package dev.colloquy.report.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorConfigTest {

    @Test
    void hasDefaultsAndCanAllBeSet() {
        assertEquals("gpt-4.1", config(Map.of()).model());
        assertTrue(config(Map.of("colloquy.report.api-key", "")).apiKey().isEmpty());
        assertEquals("m", config(Map.of("colloquy.report.model", "m")).model());
        assertEquals(
                "k", config(Map.of("colloquy.report.api-key", "k")).apiKey().orElseThrow());
    }

    private static EvaluatorConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(keys)
                .withMapping(EvaluatorConfig.class)
                .build()
                .getConfigMapping(EvaluatorConfig.class);
    }
}
