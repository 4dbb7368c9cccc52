package dev.colloquy.session.position;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** No two have the same name, whatever its case. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DistinctNames.Validator.class)
@interface DistinctNames {

    String message() default "must not hold two of the same name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves nulls and absent names to other rules. */
    class Validator implements ConstraintValidator<DistinctNames, List<? extends @Nullable Named>> {

        @Override
        public boolean isValid(@Nullable List<? extends @Nullable Named> named, ConstraintValidatorContext context) {
            var seen = new HashSet<String>();
            return named == null
                    || named.stream()
                            .filter(Objects::nonNull)
                            .map(Named::name)
                            .filter(Objects::nonNull)
                            .allMatch(name -> seen.add(name.strip().toLowerCase(Locale.ROOT)));
        }
    }
}
