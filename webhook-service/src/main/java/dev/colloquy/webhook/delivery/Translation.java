package dev.colloquy.webhook.delivery;

import dev.colloquy.events.Event;
import dev.colloquy.webhook.signature.Provider;
import java.util.Optional;

/** Says what one provider's delivery means to us. A pure function: the same delivery gives the same event. */
public interface Translation {

    Provider provider();

    /** Whether there may be something to publish; what nobody hears is stored and not looked at again. */
    boolean hears(IncomingDelivery incoming);

    /**
     * The event to publish, or nothing when the delivery is of no interest.
     *
     * @throws dev.colloquy.messaging.HopelessWork when the delivery lacks what its kind must have
     */
    Optional<Event> translate(Delivery delivery);

    /** Whether the provider has more of it than it sent, and tells it to those who ask. */
    default boolean isPartial(Delivery delivery) {
        return false;
    }
}
