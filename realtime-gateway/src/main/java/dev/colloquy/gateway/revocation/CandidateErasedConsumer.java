package dev.colloquy.gateway.revocation;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.Topics;
import dev.colloquy.gateway.seat.InterviewAudience;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CandidateErasedConsumer {

    private final Inbox inbox;
    private final RevocationService revocations;
    private final InterviewAudience audience;

    CandidateErasedConsumer(Inbox inbox, RevocationService revocations, InterviewAudience audience) {
        this.inbox = inbox;
        this.revocations = revocations;
        this.audience = audience;
    }

    /** Once for the service. */
    @Incoming(Topics.CANDIDATE_ERASED)
    Uni<Void> on(CandidateErased event) {
        return inbox.once("revoke", event.eventId(), () -> revocations.revoke(event.interviewIds(), event.tenant()));
    }

    /** Once on every replica, for the sockets it holds. Twice does no harm. */
    @Incoming("candidate-erased-here")
    Uni<Void> onEveryReplica(CandidateErased event) {
        return Multi.createFrom()
                .iterable(event.interviewIds())
                .onItem()
                .transformToUniAndMerge(audience::revoke)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
