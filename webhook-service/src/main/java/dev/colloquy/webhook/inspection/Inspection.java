package dev.colloquy.webhook.inspection;

import dev.colloquy.messaging.LeasedWork.Progress;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.DeliveryState;
import dev.colloquy.webhook.replay.ReplayView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a delivery.
 *
 * @param progress of its processing; null when there was nothing to do, or it was done long ago
 */
record Inspection(
        Delivery delivery,
        List<Conflict> conflicts,
        List<ReplayView> replays,
        @Nullable Progress progress) {

    /** Another body that came under the same key. */
    record Conflict(UUID id, Instant receivedAt, DeliveryState state, int bodySize) {}
}
