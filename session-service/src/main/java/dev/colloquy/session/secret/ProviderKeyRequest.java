package dev.colloquy.session.secret;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A tenant's key with a provider; {@code secret} where the provider gives two, as LiveKit does. Is never printed. */
record ProviderKeyRequest(
        @NotNull @Size(min = 8, max = 2000) @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String key,

        @Nullable @Size(min = 8, max = 2000) @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String secret) {

    private static final String PRINTABLE = "[!-~]*";
    private static final String NOT_PRINTABLE = "must be printable ASCII without spaces";

    @Override
    public String toString() {
        return "ProviderKeyRequest[…]";
    }
}
