package dev.colloquy.session.interview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The little of an interview that decides whether words may be added to it: it is asked with every batch of them. */
@RegisterForReflection
public record Attendance(
        UUID id,
        String tenant,
        String clientSessionId,
        @Nullable Instant admittedAt,
        @Nullable Instant endedAt,
        @Nullable Instant erasedAt,
        int finalVersion) {

    /** Entries still count: nothing has been finalised from them, and nobody asked to be forgotten. */
    public boolean takesTranscript() {
        return finalVersion == 0 && erasedAt == null;
    }
}
