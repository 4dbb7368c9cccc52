package dev.colloquy.session.dossier;

import dev.colloquy.events.EgressStatus;
import dev.colloquy.session.transcript.TurnView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one final version was made of, as it was then. */
record FinalVersion(
        int version,
        String transcriptHash,
        List<TurnView> turns,
        @Nullable Recording recording,
        Instant finalisedAt) {

    record Recording(EgressStatus status, @Nullable String location) {}
}
