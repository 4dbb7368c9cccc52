package dev.colloquy.session.evaluation;

import dev.colloquy.events.ReportUpdated;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ReportConsumer {

    private final Inbox inbox;
    private final EvaluationService evaluations;

    ReportConsumer(Inbox inbox, EvaluationService evaluations) {
        this.inbox = inbox;
        this.evaluations = evaluations;
    }

    @Incoming(Topics.REPORT_UPDATED)
    Uni<Void> on(ReportUpdated event) {
        return inbox.once("fetch-evaluation", event.eventId(), () -> evaluations.fetchLater(event));
    }
}
