package dev.colloquy.webhook.replay;

import static dev.colloquy.webhook.delivery.DeliveryFilter.AN_INTERVIEW;
import static dev.colloquy.webhook.delivery.DeliveryFilter.A_PROVIDER;
import static dev.colloquy.webhook.delivery.DeliveryFilter.A_WORD;
import static dev.colloquy.webhook.delivery.DeliveryFilter.INTERVIEW;
import static dev.colloquy.webhook.delivery.DeliveryFilter.PROVIDER;
import static dev.colloquy.webhook.delivery.DeliveryFilter.WORD;

import dev.colloquy.webhook.delivery.DeliveryFilter;
import dev.colloquy.webhook.delivery.IsoInstant;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which deliveries are to be replayed together: a {@link DeliveryFilter} that is narrow enough. */
record ReplayRequest(
        @Pattern(regexp = PROVIDER, message = A_PROVIDER) @Nullable
        String provider,

        @Pattern(regexp = "published|ignored|dead", message = "must be published, ignored or dead") @Nullable
        String state,

        @Pattern(regexp = WORD, message = A_WORD) @Nullable String kind,
        @IsoInstant @Nullable String from,
        @IsoInstant @Nullable String to,

        @Pattern(regexp = INTERVIEW, message = AN_INTERVIEW) @Nullable
        String interview,

        @Pattern(regexp = WORD, message = A_WORD) @Nullable String conversation,

        @Pattern(regexp = WORD, message = A_WORD) @Nullable String dedupeKey) {

    DeliveryFilter filter() {
        return new DeliveryFilter(provider, state, kind, from, to, interview, conversation, dedupeKey);
    }

    /** A constraint on {@code to}, which a violation names therefore; so is the next one on {@code state}. */
    @AssertTrue(message = DeliveryFilter.LATER)
    public boolean isTo() {
        return filter().isTo();
    }

    @AssertTrue(message = "or kind, provider or from must be given")
    public boolean isState() {
        return Stream.of(provider, state, kind, from).anyMatch(Objects::nonNull);
    }
}
