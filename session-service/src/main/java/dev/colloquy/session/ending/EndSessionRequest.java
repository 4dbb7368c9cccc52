package dev.colloquy.session.ending;

import dev.colloquy.events.EndedBy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code endedBy} is heard from services only, which end interviews on behalf of others. */
record EndSessionRequest(
        @NotBlank @Size(max = 64) String sessionId,
        @Nullable EndedBy endedBy) {}
