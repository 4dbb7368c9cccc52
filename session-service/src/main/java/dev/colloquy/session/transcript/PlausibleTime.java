package dev.colloquy.session.transcript;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time at which something can have been said, by a clock that may be a day ahead. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausibleTime.Validator.class)
@interface PlausibleTime {

    String message() default "must not be before 2020 nor more than a day ahead";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: whether there must be a time is another question. */
    class Validator implements ConstraintValidator<PlausibleTime, Instant> {

        private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
        private static final Duration AHEAD = Duration.ofDays(1);

        @Override
        public boolean isValid(@Nullable Instant time, ConstraintValidatorContext context) {
            return time == null
                    || (!time.isBefore(FIRST)
                            && !time.isAfter(context.getClockProvider()
                                    .getClock()
                                    .instant()
                                    .plus(AHEAD)));
        }
    }
}
