package dev.colloquy.session.linking;

import dev.colloquy.events.InterviewId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a practice session can be recognised by; {@code conversationId} is what its client claimed. */
record PracticeSession(
        InterviewId interviewId,
        String clientSessionId,
        String userId,
        @Nullable String agentId,
        @Nullable String conversationId,
        Instant endedAt) {

    /** The conversation was started with our id of this session. */
    boolean isNamedBy(Conversation conversation) {
        return clientSessionId.equals(conversation.clientSessionId()) && !isOfAnotherUser(conversation);
    }

    /** The client claimed this conversation, and the conversation does not say otherwise. */
    boolean claims(Conversation conversation) {
        return conversation.conversationId().equals(conversationId)
                && conversation.clientSessionId() == null
                && !isOfAnotherUser(conversation);
    }

    /** Same user, same agent, and over at about the same time. */
    boolean coincidesWith(Conversation conversation, Duration window) {
        return userId.equals(conversation.userId())
                && agentId != null
                && agentId.equals(conversation.agentId())
                && conversation.clientSessionId() == null
                && conversationId == null
                && Duration.between(endedAt, conversation.endedAt()).abs().compareTo(window) <= 0;
    }

    private boolean isOfAnotherUser(Conversation conversation) {
        return conversation.userId() != null && !conversation.userId().equals(userId);
    }
}
