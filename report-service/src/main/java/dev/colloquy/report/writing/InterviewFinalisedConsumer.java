package dev.colloquy.report.writing;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.InterviewFinalised;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewFinalisedConsumer {

    private final Inbox inbox;
    private final ReportService reports;

    InterviewFinalisedConsumer(Inbox inbox, ReportService reports) {
        this.inbox = inbox;
        this.reports = reports;
    }

    @Incoming(Topics.INTERVIEW_FINALISED)
    Uni<Void> on(InterviewFinalised event) {
        InterviewTrail.mark(event.interviewId());
        return inbox.once("request-report", event.eventId(), () -> reports.request(event));
    }
}
