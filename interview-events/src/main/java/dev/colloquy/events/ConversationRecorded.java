package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;

/** The sound of a conversation with ElevenLabs is in our storage. */
public record ConversationRecorded(
        UUID eventId,
        Instant occurredAt,
        String conversationId,
        FactSource source,
        String location,
        String contentType,
        long bytes)
        implements Event {

    @Override
    public String key() {
        return conversationId;
    }
}
