package dev.colloquy.session.admission;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to be interviewed, for what, by whom, and whether he agreed to be recorded. {@code persona} is the name of one
 * of the position's; without it, all of them take part.
 */
record AdmissionRequest(
        @NotNull TenantId tenant,
        @NotNull UUID candidateId,
        @NotBlank @Size(max = 200) String firstName,
        @Nullable @Size(max = 200_000) String resumeText,
        @Nullable UUID positionId,
        @Nullable @Size(max = 60) String persona,
        boolean consent,
        @NotNull Provider provider,
        @NotNull Instant scheduledAt) {}
