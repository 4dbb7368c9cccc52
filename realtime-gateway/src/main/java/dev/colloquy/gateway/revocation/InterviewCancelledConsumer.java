package dev.colloquy.gateway.revocation;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.InterviewCancelled;
import dev.colloquy.events.Topics;
import dev.colloquy.gateway.seat.InterviewAudience;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewCancelledConsumer {

    private final Inbox inbox;
    private final RevocationService revocations;
    private final InterviewAudience audience;

    InterviewCancelledConsumer(Inbox inbox, RevocationService revocations, InterviewAudience audience) {
        this.inbox = inbox;
        this.revocations = revocations;
        this.audience = audience;
    }

    /** Once for the service. */
    @Incoming(Topics.INTERVIEW_CANCELLED)
    Uni<Void> on(InterviewCancelled event) {
        return inbox.once(
                "revoke", event.eventId(), () -> revocations.revoke(List.of(event.interviewId()), event.tenant()));
    }

    /** Once on every replica, for the sockets it holds. Twice does no harm. */
    @Incoming("interview-cancelled-here")
    Uni<Void> onEveryReplica(InterviewCancelled event) {
        InterviewTrail.mark(event.interviewId());
        return audience.revoke(event.interviewId());
    }
}
