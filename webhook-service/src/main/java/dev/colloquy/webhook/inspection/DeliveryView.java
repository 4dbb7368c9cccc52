package dev.colloquy.webhook.inspection;

import dev.colloquy.webhook.delivery.Delivery;
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
        String contentType,
        String signedWith,
        Instant receivedAt,
        DeliveryState state,
        @Nullable Instant settledAt,
        @Nullable String reason,
        @Nullable UUID conflictOf,
        @Nullable UUID interviewId,
        @Nullable String conversationId,
        int replays) {

    record Page(List<DeliveryView> items, int page, int size, long total) {}

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.provider(),
                delivery.kind(),
                delivery.dedupeKey(),
                delivery.bodySize(),
                delivery.contentType(),
                delivery.signedWith(),
                delivery.receivedAt(),
                delivery.state(),
                delivery.settledAt(),
                delivery.reason(),
                delivery.conflictOf(),
                delivery.interviewId(),
                delivery.conversationId(),
                delivery.replays());
    }
}
