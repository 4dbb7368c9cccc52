package dev.colloquy.session.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X9: what provider keys are sealed with")
class SecretsConfigTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final String LONG = "0123456789abcdef0123456789abcdef";

    @Test
    void isReadAsConfigured() {
        var least = read(Map.of("colloquy.session.secrets.current-key", LONG));
        assertEquals(LONG, least.currentKey());
        assertTrue(least.previousKey().isEmpty());
        var all = read(Map.of(
                "colloquy.session.secrets.current-key", LONG, "colloquy.session.secrets.previous-key", LONG + "!"));
        assertEquals(LONG + "!", all.previousKey().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0123456789abcdef0123456789abcde, ''", "'', ''", "0123456789abcdef0123456789abcdef, too-short-for-a-key"
    })
    void stopsTheBootWhenItIsEmptyOrShort(String current, String previous) {
        var keys = Map.of(
                "colloquy.session.secrets.current-key", current, "colloquy.session.secrets.previous-key", previous);
        var refusal = assertThrows(ConfigValidationException.class, () -> read(keys));
        assertFalse(refusal.getMessage().contains("0123456789abcde"), "The message must not tell the secret");
    }

    static SecretsConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(values)
                .withMapping(SecretsConfig.class)
                .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                .build()
                .getConfigMapping(SecretsConfig.class);
    }
}
