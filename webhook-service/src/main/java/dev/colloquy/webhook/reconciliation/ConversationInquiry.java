package dev.colloquy.webhook.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.webhook.conversation.ConversationQuery;
import dev.colloquy.webhook.conversation.Conversations;
import dev.colloquy.webhook.conversation.NotAsked;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Owed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Asks ElevenLabs for a conversation until it has processed it, by its id, or by ours in it where its own was never told. The
 * answer becomes a delivery like its webhook would.
 */
@Singleton
class ConversationInquiry extends Inquiry {

    /** How far ElevenLabs' clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Conversations conversations;
    private final AnsweredConversations answers;
    private final ReconciliationConfig.Conversation config;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    ConversationInquiry(
            ReconciliationService reconciliation,
            ObjectMapper json,
            Conversations conversations,
            AnsweredConversations answers,
            ReconciliationConfig config,
            Clock clock) {
        super(reconciliation, json);
        this.conversations = conversations;
        this.answers = answers;
        this.config = config.conversation();
        this.clock = clock;
    }

    @Override
    Owed owed() {
        return Owed.CONVERSATION;
    }

    @Override
    Uni<Answer> ask(Expectation expectation) {
        var id = expectation.conversationId();
        return (id == null ? search(expectation) : find(expectation, id))
                .onFailure(NotAsked.class)
                .recoverWithItem(e -> Answer.open(String.valueOf(e.getMessage()), List.of()));
    }

    /** Nobody can be told of a conversation without an id; session-service has a deadline of its own for it. */
    @Override
    List<Event> givenUp(Expectation expectation) {
        return Optional.ofNullable(expectation.conversationId()).stream()
                .<Event>map(id -> new ConversationCompleted(
                        UUID.randomUUID(), clock.instant(), id, FactSource.DEADLINE, null, null, null))
                .toList();
    }

    @Override
    Duration waitAfter(Question question) {
        return question.waitAfter(config.firstQuestion(), config.longestWait(), random);
    }

    private Uni<Answer> find(Expectation expectation, String id) {
        return conversations
                .find(expectation.tenant(), id)
                .chain(found -> found.map(conversation -> answers.take(expectation, conversation))
                        .orElseGet(() -> Uni.createFrom().item(Answer.open("unknown conversation", List.of()))));
    }

    private Uni<Answer> search(Expectation expectation) {
        return conversations
                .named(expectation.tenant(), query(expectation))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Answer.nothing("no conversation with our id"))
                        : answers.takeAll(expectation, found));
    }

    private ConversationQuery query(Expectation expectation) {
        var session = Optional.ofNullable(expectation.clientSessionId())
                .orElseThrow(() -> new HopelessWork("A conversation is expected, but which?"));
        var endedAt = Objects.requireNonNullElseGet(expectation.endedAt(), clock::instant);
        return new ConversationQuery(session, endedAt.minus(config.reach()), endedAt.plus(AHEAD));
    }
}
