package dev.colloquy.session.transcript;

import java.util.HexFormat;

/**
 * What became of a batch: entries that were new, that were known, and that a higher revision has corrected.
 *
 * @param checkpoint everything this source has told of the interview so far
 */
public record Receipt(int accepted, int duplicates, int corrected, Checkpoint checkpoint) {

    /**
     * The same after the same entries, in whatever batches and order they came.
     *
     * @param hash 16 hex digits: the exclusive or, over all entries, of the first eight bytes of SHA-256 of {@code item_id},
     *     {@code revision} and {@code text}, with U+001F between them
     */
    public record Checkpoint(int entries, String hash) {}

    /** What the database answers. */
    record Sums(int accepted, int corrected, int entries, long hash) {

        Receipt of(int told) {
            var checkpoint = new Checkpoint(entries, HexFormat.of().toHexDigits(hash));
            return new Receipt(accepted, told - accepted - corrected, corrected, checkpoint);
        }
    }

    public boolean changed() {
        return accepted + corrected > 0;
    }
}
