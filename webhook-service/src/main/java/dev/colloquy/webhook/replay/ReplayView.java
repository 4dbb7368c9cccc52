package dev.colloquy.webhook.replay;

import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.DeliveryState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who replayed a delivery, and when.
 *
 * @param by the subject of his bearer
 * @param eventId what consumers know the event by that came of it, if one came
 * @param before what had become of the delivery until then
 */
public record ReplayView(
        int number,
        Instant at,
        String by,
        UUID eventId,
        DeliveryState before,
        @Nullable String reasonBefore) {

    static ReplayView of(DeliveryReplay replay) {
        return new ReplayView(
                replay.number,
                replay.replayedAt,
                replay.replayedBy,
                Delivery.eventId(replay.deliveryId, replay.number),
                replay.state,
                replay.reason);
    }
}
