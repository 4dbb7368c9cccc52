package dev.colloquy.session.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn as its source sends it.
 *
 * @param text blank only in a correction: nothing of it was heard
 * @param itemId the provider's id of it, if there is one
 * @param previousItemId the item it follows, whatever the times say
 * @param revision grows with each correction of the same item; the highest one replaces the others as a whole
 * @param sessionId if given, the session it was said in
 */
public record Utterance(
        @NotNull Speaker speaker,
        @NotNull @Size(max = 10_000) String text,
        @NotNull @PlausibleTime Instant timestamp,
        @JsonProperty("start_ms") @PositiveOrZero @Nullable Long startMs,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double confidence,
        boolean interrupted,
        @JsonProperty("item_id") @Size(max = 128) @Nullable String itemId,

        @JsonProperty("previous_item_id") @Size(max = 128) @Nullable
        String previousItemId,

        @PositiveOrZero int revision,
        @JsonProperty("session_id") @Nullable String sessionId) {

    public Utterance {
        itemId = itemId == null || itemId.isBlank() ? null : itemId;
    }

    /** One that was never corrected and follows no item. */
    public Utterance(
            Speaker speaker,
            String text,
            Instant timestamp,
            @Nullable Long startMs,
            @Nullable Double confidence,
            boolean interrupted,
            @Nullable String itemId) {
        this(speaker, text, timestamp, startMs, confidence, interrupted, itemId, null, 0, null);
    }

    /** The same for every resend of the same turn by the same source. */
    String key() {
        return itemId == null ? Hashes.sha256(speaker + "|" + timestamp + "|" + text) : itemId;
    }

    /** What a checkpoint is summed up from; a sender of item ids can do the same sum. */
    long digest() {
        return Hashes.first8Bytes(key() + "\u001f" + revision + "\u001f" + text);
    }
}
