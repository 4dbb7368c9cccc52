package dev.colloquy.session.admission;

import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewScheduledConsumer {

    private final Inbox inbox;
    private final AdmissionService admissions;

    InterviewScheduledConsumer(Inbox inbox, AdmissionService admissions) {
        this.inbox = inbox;
        this.admissions = admissions;
    }

    @Incoming(Topics.INTERVIEW_SCHEDULED)
    Uni<Void> on(InterviewScheduled event) {
        return inbox.once("schedule", event.eventId(), () -> admissions.scheduled(event));
    }
}
