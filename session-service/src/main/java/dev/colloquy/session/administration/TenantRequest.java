package dev.colloquy.session.administration;

import dev.colloquy.events.Provider;
import dev.colloquy.session.tenant.Branding;
import dev.colloquy.session.tenant.TenantSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant as it shall be. Without a {@code defaultPositionId}, the default position stays. */
record TenantRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @KnownTimeZone String timeZone,
        @NotBlank @Email @Size(max = 254) String administratorEmail,
        @Nullable Provider defaultProvider,
        @Nullable UUID defaultPositionId,
        @Valid Branding branding) {

    TenantRequest {
        branding = Objects.requireNonNullElse(branding, Branding.NONE);
    }

    TenantSettings settings() {
        return new TenantSettings(name, timeZone, administratorEmail, defaultProvider, branding);
    }
}
