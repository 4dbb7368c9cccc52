package dev.colloquy.session.position;

import dev.colloquy.events.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A position as a recruiter describes it. Without a provider, the tenant's or else the installation's default one carries
 * its interviews. {@code personas} outranks {@code persona}; one of them is needed.
 */
record PositionRequest(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 200) String company,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> values,
        @NotEmpty @Size(max = 20) @DistinctNames List<@Valid @NotNull Competency> competencies,
        @NotNull @Valid Persona persona,
        @Size(max = 2) @DistinctNames List<@Valid @NotNull Persona> personas,
        boolean video,

        @NotNull
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a language tag such as en or de-AT")
        String language,

        @Min(60) @Max(4 * 3600) int timeLimitSeconds,
        @Nullable Provider provider,
        boolean tenantDefault) {

    PositionRequest {
        values = Objects.requireNonNullElse(values, List.of());
        personas = Objects.requireNonNullElse(personas, List.of());
        persona = personas.isEmpty() ? persona : personas.getFirst();
    }

    PositionSnapshot snapshot(UUID id) {
        return new PositionSnapshot(
                id,
                title,
                company,
                values,
                competencies,
                persona,
                personas.isEmpty() ? List.of(persona) : personas,
                video,
                language,
                timeLimitSeconds);
    }
}
