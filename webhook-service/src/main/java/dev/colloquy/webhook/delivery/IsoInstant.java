package dev.colloquy.webhook.delivery;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in UTC such as {@code 2026-11-28T15:00:00Z}, in a year of four digits. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = IsoInstant.Validator.class)
public @interface IsoInstant {

    String message() default "must be a time such as 2026-11-28T15:00:00Z";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: whether there must be a time is another question. */
    class Validator implements ConstraintValidator<IsoInstant, String> {

        @Override
        public boolean isValid(@Nullable String time, ConstraintValidatorContext context) {
            return time == null || (time.matches("\\d{4}-.{1,30}") && isInstant(time));
        }

        private static boolean isInstant(String time) {
            try {
                return Instant.parse(time).isAfter(Instant.MIN);
            } catch (DateTimeException _) {
                return false;
            }
        }
    }
}
