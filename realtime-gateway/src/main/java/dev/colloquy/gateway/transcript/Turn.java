package dev.colloquy.gateway.transcript;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn as a client tells it.
 *
 * @param itemId the provider's id of it, by which it is known when it comes again
 * @param startedAt when it began; without it, when it came here
 * @param revision grows with each correction; only a correction may be blank
 */
public record Turn(
        String itemId,
        Speaker speaker,
        String text,
        @Nullable Instant startedAt,
        @Nullable String previousItemId,
        int revision,
        boolean interrupted) {

    private static final int MAX_ID = 128;
    private static final int MAX_TEXT = 10_000;

    public Turn {
        require(itemId != null && !itemId.isBlank() && itemId.length() <= MAX_ID, "itemId");
        require(speaker != null, "speaker");
        require(text != null && text.length() <= MAX_TEXT && (revision > 0 || !text.isBlank()), "text");
        require(previousItemId == null || previousItemId.length() <= MAX_ID, "previousItemId");
        require(revision >= 0, "revision");
    }

    private static void require(boolean valid, String field) {
        if (!valid) {
            throw new IllegalArgumentException(field);
        }
    }
}
