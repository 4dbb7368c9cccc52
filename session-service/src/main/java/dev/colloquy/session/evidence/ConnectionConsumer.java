package dev.colloquy.session.evidence;

import dev.colloquy.events.ConnectionEvent;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ConnectionConsumer {

    private final Inbox inbox;
    private final EvidenceService evidence;

    ConnectionConsumer(Inbox inbox, EvidenceService evidence) {
        this.inbox = inbox;
        this.evidence = evidence;
    }

    @Incoming(Topics.CONNECTION_EVENTS)
    Uni<Void> on(ConnectionEvent event) {
        return inbox.once("witness-connection", event.eventId(), () -> evidence.add(event));
    }
}
