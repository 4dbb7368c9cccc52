package dev.colloquy.webhook.recording;

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
    private final RecordingService recordings;

    InterviewEndedConsumer(Inbox inbox, RecordingService recordings) {
        this.inbox = inbox;
        this.recordings = recordings;
    }

    @Incoming(Topics.INTERVIEW_ENDED)
    Uni<Void> on(InterviewEnded event) {
        InterviewTrail.mark(event.interviewId());
        return event.recordingExpected()
                ? inbox.once("expect-recording", event.eventId(), () -> recordings.expect(event.interviewId()))
                : Uni.createFrom().voidItem();
    }
}
