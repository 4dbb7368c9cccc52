package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** ElevenLabs has finished processing a conversation, or we stopped waiting: then {@code deliveryId} is absent. */
public record ConversationCompleted(
        UUID eventId,
        Instant occurredAt,
        String conversationId,
        FactSource source,
        @Nullable UUID deliveryId,
        @Nullable String clientSessionId,
        @Nullable String agentId)
        implements Event {

    @Override
    public String key() {
        return conversationId;
    }
}
