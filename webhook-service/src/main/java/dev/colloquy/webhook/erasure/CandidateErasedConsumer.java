package dev.colloquy.webhook.erasure;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CandidateErasedConsumer {

    private final Inbox inbox;
    private final ErasureService erasures;

    CandidateErasedConsumer(Inbox inbox, ErasureService erasures) {
        this.inbox = inbox;
        this.erasures = erasures;
    }

    @Incoming(Topics.CANDIDATE_ERASED)
    Uni<Void> on(CandidateErased event) {
        return inbox.once("forget", event.eventId(), () -> erasures.forget(event.interviewIds()));
    }
}
