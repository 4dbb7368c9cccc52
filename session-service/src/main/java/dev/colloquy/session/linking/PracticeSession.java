package dev.colloquy.session.linking;

import dev.colloquy.events.InterviewId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session can be recognised by; {@code conversationId} is what its client claimed. */
record PracticeSession(
        InterviewId interviewId,
        String clientSessionId,
        String userId,
        @Nullable String agentId,
        @Nullable String conversationId,
        Instant endedAt) {

    private static final int UUID_LENGTH = 36;
    private static final Set<Integer> RANDOM_VERSIONS = Set.of(4, 7);

    /** The conversation was started with our id of this session, and by its user, or with an id nobody else can know. */
    boolean isNamedBy(Conversation conversation) {
        return mayBeNamedBy(conversation) && (conversation.userId() != null || isRandom(clientSessionId));
    }

    /** The conversation was started with this session's id, which somebody else may have saved, too. */
    boolean mayBeNamedBy(Conversation conversation) {
        return clientSessionId.equals(conversation.clientSessionId()) && !isOfAnotherUser(conversation);
    }

    /** The client claimed this conversation, and the conversation does not say otherwise. */
    boolean claims(Conversation conversation) {
        var named = conversation.clientSessionId();
        return conversation.conversationId().equals(conversationId)
                && (named == null || named.equals(clientSessionId))
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

    /** A UUID made from random bits; any other id can be guessed, as far as we know. */
    private static boolean isRandom(String id) {
        try {
            var uuid = UUID.fromString(id);
            return id.length() == UUID_LENGTH && uuid.variant() == 2 && RANDOM_VERSIONS.contains(uuid.version());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
