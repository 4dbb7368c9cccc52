package dev.colloquy.gateway.ending;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.Topics;
import dev.colloquy.gateway.journal.JournalService;
import dev.colloquy.gateway.seat.InterviewAudience;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewEndedConsumer {

    private final Inbox inbox;
    private final EndingService endings;
    private final JournalService journal;
    private final InterviewAudience audience;

    InterviewEndedConsumer(Inbox inbox, EndingService endings, JournalService journal, InterviewAudience audience) {
        this.inbox = inbox;
        this.endings = endings;
        this.journal = journal;
        this.audience = audience;
    }

    /** Once for the service. */
    @Incoming(Topics.INTERVIEW_ENDED)
    Uni<Void> on(InterviewEnded event) {
        InterviewTrail.mark(event.interviewId());
        return inbox.once(
                "ending",
                event.eventId(),
                () -> endings.begin(event).chain(() -> journal.forget(event.interviewId(), event.tenant())));
    }

    /** Once on every replica, for the sockets it holds. Twice does no harm. */
    @Incoming("interview-ended-here")
    Uni<Void> onEveryReplica(InterviewEnded event) {
        InterviewTrail.mark(event.interviewId());
        return audience.end(event.interviewId());
    }
}
