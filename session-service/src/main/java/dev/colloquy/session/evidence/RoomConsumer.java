package dev.colloquy.session.evidence;

import dev.colloquy.events.RoomEvent;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class RoomConsumer {

    private final Inbox inbox;
    private final EvidenceService evidence;

    RoomConsumer(Inbox inbox, EvidenceService evidence) {
        this.inbox = inbox;
        this.evidence = evidence;
    }

    @Incoming(Topics.ROOM_EVENTS)
    Uni<Void> on(RoomEvent event) {
        return inbox.once("witness-room", event.eventId(), () -> evidence.add(event));
    }
}
