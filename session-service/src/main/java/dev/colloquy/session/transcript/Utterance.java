package dev.colloquy.session.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A turn as its source sends it; {@code item_id} is the provider's id of it, if there is one. */
public record Utterance(
        @NotNull Speaker speaker,
        @NotBlank @Size(max = 10_000) String text,
        @NotNull @PlausibleTime Instant timestamp,
        @JsonProperty("start_ms") @PositiveOrZero @Nullable Long startMs,
        @DecimalMin("0") @DecimalMax("1") @Nullable Double confidence,
        boolean interrupted,
        @JsonProperty("item_id") @Size(max = 128) @Nullable String itemId) {

    public Utterance {
        itemId = itemId == null || itemId.isBlank() ? null : itemId;
    }

    /** The same for every resend of the same turn by the same source. */
    String key() {
        return itemId == null ? Hashes.sha256(speaker + "|" + timestamp + "|" + text) : itemId;
    }
}
