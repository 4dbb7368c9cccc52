package dev.colloquy.session.transcript;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A turn of the conversation; {@code startMs} counts from its beginning. */
public record TurnView(
        UUID entryId,
        Speaker speaker,
        String text,
        Instant timestamp,
        @Nullable Long startMs,
        @Nullable Double confidence,
        boolean interrupted) {

    static TurnView of(TranscriptEntry entry) {
        return new TurnView(
                entry.id,
                entry.speaker,
                entry.text,
                entry.spokenAt,
                entry.startMs,
                entry.confidence,
                entry.interrupted);
    }
}
