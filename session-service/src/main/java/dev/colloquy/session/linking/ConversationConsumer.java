package dev.colloquy.session.linking;

import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ConversationConsumer {

    private final Inbox inbox;
    private final LinkingService linking;

    ConversationConsumer(Inbox inbox, LinkingService linking) {
        this.inbox = inbox;
        this.linking = linking;
    }

    @Incoming(Topics.CONVERSATION_COMPLETED)
    Uni<Void> on(ConversationCompleted event) {
        return inbox.once("link-conversation", event.eventId(), () -> linking.linkLater(event));
    }
}
