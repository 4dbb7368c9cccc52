package dev.colloquy.session.transcript;

import dev.colloquy.session.ledger.Witness;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn as one source told it, in its highest revision.
 *
 * @param key what the source knows it by
 * @param previous the key of the one it follows
 * @param change the number of the batch that made it what it is; batches of one interview are counted from 1
 * @param startMs from the beginning of the conversation
 */
public record TranscriptEntry(
        UUID id,
        Witness source,
        String key,
        @Nullable String previous,
        int revision,
        long change,
        Speaker speaker,
        String text,
        Instant spokenAt,
        @Nullable Long startMs,
        @Nullable Double confidence,
        boolean interrupted) {}
