package dev.colloquy.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.report.evaluator.EvaluatorConfig;
import dev.colloquy.report.evaluator.OpenAiConfig;
import dev.colloquy.report.writing.WritingConfig;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Configuration")
class ConfigTest {

    @Test
    void knowsTheServerOfTheModel() {
        var least = config(OpenAiConfig.class, Map.of("colloquy.openai.api-key", ""));
        var all = config(
                OpenAiConfig.class,
                Map.of("colloquy.openai.base-url", "http://models:1/v1", "colloquy.openai.api-key", "k"));

        assertEquals(URI.create("https://api.openai.com/v1"), least.baseUrl());
        assertTrue(least.apiKey().isEmpty());
        assertEquals(URI.create("http://models:1/v1"), all.baseUrl());
        assertEquals("k", all.apiKey().orElseThrow());
    }

    @Test
    void namesTheModel() {
        assertEquals("gpt-4.1", config(EvaluatorConfig.class, Map.of()).model());
        assertEquals(
                "m",
                config(EvaluatorConfig.class, Map.of("colloquy.report.evaluator.model", "m"))
                        .model());
    }

    @Test
    void saysWhenAReportHasFailed() {
        var least = config(WritingConfig.class, Map.of());
        var all = config(
                WritingConfig.class,
                Map.of("colloquy.report.writing.patience", "1d", "colloquy.report.writing.useless-answers", "5"));

        assertEquals(Duration.ofHours(6), least.patience());
        assertEquals(3, least.uselessAnswers());
        assertEquals(Duration.ofDays(1), all.patience());
        assertEquals(5, all.uselessAnswers());
    }

    @Test
    void stopsTheBootWhenNoAnswerWouldDo() {
        var keys = Map.of("colloquy.report.writing.useless-answers", "0");

        assertThrows(ConfigValidationException.class, () -> config(WritingConfig.class, keys));
    }

    private static <T> T config(Class<T> type, Map<String, String> keys) {
        var validator = Validation.buildDefaultValidatorFactory().getValidator();
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(keys)
                .withMapping(type)
                .withValidator((BeanValidationConfigValidator) () -> validator)
                .build()
                .getConfigMapping(type);
    }
}
