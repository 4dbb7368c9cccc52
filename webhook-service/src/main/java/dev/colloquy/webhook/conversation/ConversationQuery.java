package dev.colloquy.webhook.conversation;

import java.time.Instant;

/** Which conversations: begun with our id, between these times. */
public record ConversationQuery(String clientSessionId, Instant after, Instant before) {

    /** Our id as ElevenLabs' list is asked for it. */
    String variable() {
        return Conversation.OUR_ID + ":eq:" + clientSessionId;
    }
}
