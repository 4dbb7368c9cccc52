package dev.colloquy.webhook.elevenlabs;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.Event;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.Translation;
import dev.colloquy.webhook.signature.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells that a conversation is complete; its content stays in the delivery. */
@ApplicationScoped
public class ElevenLabsTranslation implements Translation {

    /** The kind that tells what was said. */
    public static final String TRANSCRIPTION = "post_call_transcription";

    private final ObjectMapper json;

    ElevenLabsTranslation(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Provider provider() {
        return Provider.ELEVENLABS;
    }

    @Override
    public boolean hears(IncomingDelivery incoming) {
        return incoming.isUnreadable() || incoming.kind().equals(TRANSCRIPTION);
    }

    @Override
    public Optional<Event> translate(Delivery delivery) {
        var event = ElevenLabsEvent.read(json, delivery.body());
        if (delivery.kind().equals(IncomingDelivery.UNREADABLE)) {
            throw new HopelessWork("The body is not an event of ElevenLabs'");
        }
        return delivery.kind().equals(TRANSCRIPTION) ? Optional.of(completed(delivery, event)) : Optional.empty();
    }

    private static ConversationCompleted completed(Delivery delivery, ElevenLabsEvent event) {
        return new ConversationCompleted(
                delivery.id(),
                event.at().orElse(delivery.receivedAt()),
                event.conversationId().orElseThrow(() -> new HopelessWork("A transcription without conversation_id")),
                delivery.source(),
                delivery.id(),
                event.clientSessionId().orElse(null),
                event.agentId().orElse(null));
    }
}
