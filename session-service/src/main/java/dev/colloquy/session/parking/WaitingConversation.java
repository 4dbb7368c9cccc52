package dev.colloquy.session.parking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a conversation without an interview can be recognised by. */
public record WaitingConversation(
        String conversationId,
        UUID deliveryId,
        @Nullable String clientSessionId,
        @Nullable String userId,
        @Nullable String agentId) {}
