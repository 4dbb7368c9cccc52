package dev.colloquy.booking.position;

import dev.colloquy.events.PositionUpdated;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PositionConsumer {

    private final Inbox inbox;
    private final PositionService positions;

    PositionConsumer(Inbox inbox, PositionService positions) {
        this.inbox = inbox;
        this.positions = positions;
    }

    @Incoming(Topics.POSITION_UPDATED)
    Uni<Void> on(PositionUpdated event) {
        return inbox.once("keep-position", event.eventId(), () -> positions.keep(event));
    }
}
