package dev.colloquy.webhook.reconciliation;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewEndedConsumer {

    private final Inbox inbox;
    private final ExpectationService expectations;

    InterviewEndedConsumer(Inbox inbox, ExpectationService expectations) {
        this.inbox = inbox;
        this.expectations = expectations;
    }

    @Incoming(Topics.INTERVIEW_ENDED)
    Uni<Void> on(InterviewEnded event) {
        InterviewTrail.mark(event.interviewId());
        return inbox.once("expect-recording", event.eventId(), () -> expectations.ended(event));
    }
}
