package dev.colloquy.session.admission;

import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes to be interviewed, for what, and whether he agreed to be recorded. */
record AdmissionRequest(
        @NotNull TenantId tenant,
        @NotNull UUID candidateId,
        @NotBlank @Size(max = 200) String firstName,
        @Nullable @Size(max = 200_000) String resumeText,
        @Nullable UUID positionId,
        boolean consent,
        @NotNull Provider provider,
        @NotNull Instant scheduledAt) {}
