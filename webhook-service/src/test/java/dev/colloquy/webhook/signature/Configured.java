package dev.colloquy.webhook.signature;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;

/** Reads a configuration interface as the service does, validation included. */
public final class Configured {

    private static final int ORDINAL = 300;
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private Configured() {}

    public static <T> T as(Class<T> type, Map<String, String> keys) {
        return read(type, new SmallRyeConfigBuilder().withDefaultValues(keys));
    }

    /** The same from environment variables. */
    public static <T> T byEnvironment(Class<T> type, Map<String, String> variables) {
        return read(type, new SmallRyeConfigBuilder().withSources(new EnvConfigSource(variables, ORDINAL)));
    }

    private static <T> T read(Class<T> type, SmallRyeConfigBuilder builder) {
        return builder.addDiscoveredConverters()
                .withMapping(type)
                .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                .build()
                .getConfigMapping(type);
    }
}
