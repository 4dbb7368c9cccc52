package dev.colloquy.session.recording;

import dev.colloquy.events.ConversationRecorded;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ConversationRecordedConsumer {

    private final Inbox inbox;
    private final RecordingService recordings;

    ConversationRecordedConsumer(Inbox inbox, RecordingService recordings) {
        this.inbox = inbox;
        this.recordings = recordings;
    }

    @Incoming(Topics.CONVERSATION_RECORDED)
    Uni<Void> on(ConversationRecorded event) {
        return inbox.once("attach-recording", event.eventId(), () -> recordings.add(event));
    }
}
