package dev.colloquy.webhook.inspection;

import dev.colloquy.webhook.delivery.DeliveryState;
import dev.colloquy.webhook.signature.Provider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery without its body. */
record DeliveryView(
        UUID id,
        Provider provider,
        String kind,
        String dedupeKey,
        int bodySize,
        Instant receivedAt,
        DeliveryState state,
        @Nullable Instant settledAt,
        @Nullable String reason,
        @Nullable UUID conflictOf) {

    record Page(List<DeliveryView> items, int page, int size, long total) {}
}
