package dev.colloquy.webhook.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.ConversationRecorded;
import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.webhook.delivery.Delivery;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.delivery.Translation;
import dev.colloquy.webhook.signature.ElevenLabsConfig;
import dev.colloquy.webhook.signature.Provider;
import dev.colloquy.webhook.sound.Sound;
import dev.colloquy.webhook.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells that a conversation is complete, whose content stays in the delivery, and where its sound is. */
@ApplicationScoped
public class ElevenLabsTranslation implements Translation {

    /** The kind that tells what was said. */
    public static final String TRANSCRIPTION = "post_call_transcription";

    private final ObjectMapper json;
    private final ObjectStore store;
    private final boolean mayAsk;

    ElevenLabsTranslation(ObjectMapper json, ObjectStore store, ElevenLabsConfig config) {
        this.json = json;
        this.store = store;
        this.mayAsk = config.apiKey().isPresent();
    }

    @Override
    public Provider provider() {
        return Provider.ELEVENLABS;
    }

    @Override
    public boolean hears(IncomingDelivery incoming) {
        return incoming.isUnreadable()
                || incoming.kind().equals(TRANSCRIPTION)
                || incoming.kind().equals(ElevenLabsEvent.AUDIO);
    }

    @Override
    public Optional<Event> translate(Delivery delivery) {
        var event = ElevenLabsEvent.read(json, delivery.body());
        if (delivery.kind().equals(IncomingDelivery.UNREADABLE)) {
            throw new HopelessWork("The body is not an event of ElevenLabs'");
        }
        return switch (delivery.kind()) {
            case TRANSCRIPTION -> event.isEarly() ? Optional.empty() : Optional.of(completed(delivery, event));
            case ElevenLabsEvent.AUDIO -> event.sound().map(sound -> recorded(delivery, event, sound));
            default -> Optional.empty();
        };
    }

    /** A webhook that leaves the transcript out; where we ask for the conversation, it is there. */
    @Override
    public boolean isPartial(Delivery delivery) {
        return mayAsk
                && delivery.kind().equals(TRANSCRIPTION)
                && delivery.source() == FactSource.WEBHOOK
                && ElevenLabsEvent.read(json, delivery.body()).isCut();
    }

    private ConversationRecorded recorded(Delivery delivery, ElevenLabsEvent event, JsonNode sound) {
        var key = LenientJson.text(sound.path("key"))
                .orElseThrow(() -> new HopelessWork(
                        "The sound was not kept: " + sound.path("unreadable").asText("no usable conversation_id")));
        return new ConversationRecorded(
                delivery.eventId(),
                event.at().orElse(delivery.receivedAt()),
                event.conversationId().orElseThrow(),
                FactSource.WEBHOOK,
                store.location(key),
                Sound.CONTENT_TYPE,
                sound.path("bytes").asLong());
    }

    private static ConversationCompleted completed(Delivery delivery, ElevenLabsEvent event) {
        return new ConversationCompleted(
                delivery.eventId(),
                event.at().orElse(delivery.receivedAt()),
                event.conversationId().orElseThrow(() -> new HopelessWork("A transcription without conversation_id")),
                delivery.source(),
                delivery.id(),
                event.clientSessionId().orElse(null),
                event.agentId().orElse(null));
    }
}
