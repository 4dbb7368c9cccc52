package dev.colloquy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireNamesTest {

    record Request(
            @JsonProperty("session_id") @NotNull @Nullable String sessionId) {}

    @Test
    void namesTheFieldAsTheCallerWroteIt() {
        var configuration = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator());
        new WireNames().customize(configuration);
        try (var factory = configuration.buildValidatorFactory()) {
            var violations = factory.getValidator().validate(new Request(null));
            assertEquals(
                    "session_id", violations.iterator().next().getPropertyPath().toString());
        }
    }
}
