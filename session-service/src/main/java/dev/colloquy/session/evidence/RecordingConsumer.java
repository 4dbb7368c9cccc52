package dev.colloquy.session.evidence;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class RecordingConsumer {

    private final Inbox inbox;
    private final EvidenceService evidence;

    RecordingConsumer(Inbox inbox, EvidenceService evidence) {
        this.inbox = inbox;
        this.evidence = evidence;
    }

    @Incoming(Topics.EGRESS_ENDED)
    Uni<Void> on(EgressEnded event) {
        return inbox.once("witness-recording", event.eventId(), () -> evidence.add(event));
    }
}
