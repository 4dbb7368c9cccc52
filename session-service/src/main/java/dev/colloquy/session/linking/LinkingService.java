package dev.colloquy.session.linking;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Gives each of the provider's conversations to the interview it belongs to. Nobody else links. */
@ApplicationScoped
class LinkingService {

    static final String QUEUE = "link-conversation";

    private final LeasedWork work;
    private final ConversationMatcher matcher;
    private final ParkedConversations parked;
    private final LinkedConversations linked;
    private final InterviewRepository interviews;
    private final Chronicle chronicle;
    private final LinkingConfig config;

    LinkingService(
            LeasedWork work,
            ConversationMatcher matcher,
            ParkedConversations parked,
            LinkedConversations linked,
            InterviewRepository interviews,
            Chronicle chronicle,
            LinkingConfig config) {
        this.work = work;
        this.matcher = matcher;
        this.parked = parked;
        this.linked = linked;
        this.interviews = interviews;
        this.chronicle = chronicle;
        this.config = config;
    }

    /** A conversation to link; the {@code last} attempt ends in an interview of its own. */
    record LinkJob(String conversationId, UUID deliveryId, boolean last) {}

    @WithTransaction
    Uni<Void> linkLater(ConversationCompleted event) {
        var delivery = event.deliveryId();
        return delivery == null
                ? giveUp(event)
                : addWork(new LinkJob(event.conversationId(), delivery, false), event.conversationId(), Duration.ZERO);
    }

    @WithTransaction
    Uni<Void> link(LinkJob job, Conversation conversation) {
        return interviews
                .hold("conversation/" + job.conversationId())
                .chain(() -> matcher.find(conversation))
                .chain(match -> switch (match) {
                    case Match.Found(var interview) -> take(interview, conversation, job);
                    case Match.Several(var sessions) ->
                        parked.waitForOperator(conversation, job.deliveryId(), sessions);
                    case Match.Forgotten _ -> parked.release(job.conversationId());
                    case Match.None _ -> job.last() ? takeAlone(conversation, job) : await(conversation, job);
                });
    }

    private Uni<Void> take(InterviewId interview, Conversation conversation, LinkJob job) {
        InterviewTrail.mark(interview);
        return linked.add(interview, conversation, job.deliveryId())
                .chain(() -> matcher.remember(conversation.conversationId(), interview))
                .chain(() -> parked.release(conversation.conversationId()));
    }

    private Uni<Void> takeAlone(Conversation conversation, LinkJob job) {
        return linked.openUnclaimed(conversation).chain(interview -> take(interview, conversation, job));
    }

    /** Its session may be saved any moment. */
    private Uni<Void> await(Conversation conversation, LinkJob job) {
        return parked.waitForSession(conversation, job.deliveryId())
                .chain(() -> addWork(
                        new LinkJob(job.conversationId(), job.deliveryId(), true),
                        job.conversationId() + ":last",
                        config.window()));
    }

    private Uni<Void> addWork(LinkJob job, String key, Duration delay) {
        return work.add(QUEUE, key, job, delay);
    }

    /** Nothing will come: an interview that waits for this conversation need not wait longer. */
    private Uni<Void> giveUp(ConversationCompleted event) {
        var lost = new RecordedFact(
                new Fact.ConversationCompleted(event.conversationId(), null),
                Witness.ELEVENLABS,
                event.conversationId() + ":given-up",
                event.occurredAt());
        return matcher.find(Conversation.unheard(event))
                .chain(match -> match instanceof Match.Found(var interview)
                        ? chronicle.add(interview, List.of(lost))
                        : Uni.createFrom().voidItem());
    }
}
