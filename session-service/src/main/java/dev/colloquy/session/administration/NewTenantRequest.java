package dev.colloquy.session.administration;

import dev.colloquy.events.TenantId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A tenant to set up: its short name, which stays, and who will run it. */
record NewTenantRequest(
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}", message = "must be 1 to 40 lower-case letters, digits or hyphens")
        String tenant,

        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email @Size(max = 254) String administratorEmail) {

    TenantId id() {
        return new TenantId(tenant);
    }
}
