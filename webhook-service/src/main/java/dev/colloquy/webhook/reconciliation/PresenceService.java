package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.telling.Teller;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PresenceService {

    private final Teller teller;

    PresenceService(Teller teller) {
        this.teller = teller;
    }

    /** Who was told to have come into an interview's room and to have left it. */
    @WithTransaction
    Uni<ToldPresence> of(InterviewId interview) {
        return teller.known(interview)
                .chain(known ->
                        teller.present(interview).map(present -> new ToldPresence(interview, known.keySet(), present)));
    }
}
