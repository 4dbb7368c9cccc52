package dev.colloquy.gateway.recording;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.RoomEvent;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class RoomEventConsumer {

    private final Inbox inbox;
    private final RecordingService recordings;

    RoomEventConsumer(Inbox inbox, RecordingService recordings) {
        this.inbox = inbox;
        this.recordings = recordings;
    }

    @Incoming(Topics.ROOM_EVENTS)
    Uni<Void> on(RoomEvent event) {
        InterviewTrail.mark(event.interviewId());
        return inbox.once("recording", event.eventId(), () -> recordings.consider(event));
    }
}
