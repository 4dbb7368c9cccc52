package dev.colloquy.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("W6 A delivery")
class DeliveryTest {

    private final Delivery delivery = new Delivery();

    @Test
    void isDeadWithTheLastReasonAndDiesOnce() {
        delivery.state = DeliveryState.RECEIVED;

        assertTrue(delivery.bury("first", Instant.EPOCH));
        assertFalse(delivery.bury("second", Instant.EPOCH));

        assertEquals(DeliveryState.DEAD, delivery.state());
        assertEquals("second", delivery.reason());
    }

    @Test
    @DisplayName("W6 that was dead and has another life has no reason any more")
    void livesAgain() {
        delivery.state = DeliveryState.RECEIVED;
        delivery.bury("why", Instant.EPOCH);

        assertTrue(delivery.isWaiting());
        delivery.settle(true, Instant.EPOCH);

        assertEquals(DeliveryState.PUBLISHED, delivery.state());
        assertNull(delivery.reason());
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "IGNORED", "CONFLICT"})
    @DisplayName("W21: that another worker has settled is not put aside by one that was too slow")
    void isNotPutAsideWhenSettled(DeliveryState settled) {
        delivery.state = settled;

        assertFalse(delivery.isWaiting());
        assertFalse(delivery.bury("too late", Instant.EPOCH));

        assertEquals(settled, delivery.state());
        assertNull(delivery.reason());
    }
}
