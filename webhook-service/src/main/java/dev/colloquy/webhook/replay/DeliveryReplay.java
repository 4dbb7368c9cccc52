package dev.colloquy.webhook.replay;

import dev.colloquy.webhook.delivery.DeliveryState;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note that a delivery was replayed; written by {@link ReplayRepository#begin} alone. */
@Entity
class DeliveryReplay {

    @Id
    UUID id;

    UUID deliveryId;

    int number;

    Instant replayedAt;

    String replayedBy;

    /** What had become of the delivery until then. */
    @Enumerated(EnumType.STRING)
    DeliveryState state;

    @Nullable
    String reason;
}
