package dev.colloquy.webhook.reconciliation;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewScheduledConsumer {

    private final Inbox inbox;
    private final ExpectationService expectations;

    InterviewScheduledConsumer(Inbox inbox, ExpectationService expectations) {
        this.inbox = inbox;
        this.expectations = expectations;
    }

    @Incoming(Topics.INTERVIEW_SCHEDULED)
    Uni<Void> on(InterviewScheduled event) {
        InterviewTrail.mark(event.interviewId());
        return inbox.once("expect-room", event.eventId(), () -> expectations.scheduled(event));
    }
}
