package dev.colloquy.session.transcript;

import dev.colloquy.session.ledger.Witness;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn of the conversation.
 *
 * @param startMs from the beginning of the conversation
 * @param source who told it
 * @param revision above 0 when it has been corrected
 */
public record TurnView(
        UUID entryId,
        Speaker speaker,
        String text,
        Instant timestamp,
        @Nullable Long startMs,
        @Nullable Double confidence,
        boolean interrupted,
        Witness source,
        int revision) {

    public static TurnView of(TranscriptEntry entry) {
        return new TurnView(
                entry.id(),
                entry.speaker(),
                entry.text(),
                entry.spokenAt(),
                entry.startMs(),
                entry.confidence(),
                entry.interrupted(),
                entry.source(),
                entry.revision());
    }
}
