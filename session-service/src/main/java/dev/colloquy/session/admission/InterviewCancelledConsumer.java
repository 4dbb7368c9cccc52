package dev.colloquy.session.admission;

import dev.colloquy.events.InterviewCancelled;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewCancelledConsumer {

    private final Inbox inbox;
    private final AdmissionService admissions;

    InterviewCancelledConsumer(Inbox inbox, AdmissionService admissions) {
        this.inbox = inbox;
        this.admissions = admissions;
    }

    @Incoming(Topics.INTERVIEW_CANCELLED)
    Uni<Void> on(InterviewCancelled event) {
        return inbox.once("cancel", event.eventId(), () -> admissions.cancelled(event));
    }
}
