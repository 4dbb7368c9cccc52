package dev.colloquy.webhook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W6 The id of the event that a delivery becomes")
class EventIdTest {

    private final UUID delivery = UUID.randomUUID();

    @Test
    void isTheDeliverysOwnAtFirst() {
        assertEquals(delivery, Delivery.eventId(delivery, 0));
    }

    @Test
    void isAnotherOneForEachReplayAndTheSameForEachAttemptAtOne() {
        var ids = IntStream.rangeClosed(0, 50)
                .mapToObj(number -> Delivery.eventId(delivery, number))
                .distinct();

        assertEquals(51, ids.count());
        assertEquals(Delivery.eventId(delivery, 7), Delivery.eventId(delivery, 7));
        assertNotEquals(Delivery.eventId(delivery, 7), Delivery.eventId(UUID.randomUUID(), 7));
    }
}
