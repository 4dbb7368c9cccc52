package dev.colloquy.session.tenant;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An address that a page may safely link to: {@code https}, with a host and without credentials. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HttpsAddress.Validator.class)
@interface HttpsAddress {

    String message() default "must be an https address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: whether there must be an address is another question. */
    class Validator implements ConstraintValidator<HttpsAddress, String> {

        private static final int LONGEST = 500;

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || (address.length() <= LONGEST && isHttps(address));
        }

        private static boolean isHttps(String address) {
            try {
                var uri = new URI(address);
                return "https".equalsIgnoreCase(uri.getScheme())
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null;
            } catch (URISyntaxException _) {
                return false;
            }
        }
    }
}
