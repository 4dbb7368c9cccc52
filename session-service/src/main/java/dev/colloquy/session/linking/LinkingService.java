package dev.colloquy.session.linking;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.parking.LinkJob;
import dev.colloquy.session.parking.LinkQueue;
import dev.colloquy.session.parking.ParkedConversations;
import dev.colloquy.session.recording.ConversationRecordings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives each of the provider's conversations to the interview it belongs to. Nobody else links. */
@ApplicationScoped
class LinkingService {

    private final LinkQueue queue;
    private final ConversationMatcher matcher;
    private final ParkedConversations parked;
    private final LinkedConversations linked;
    private final ConversationRecordings recordings;
    private final InterviewRepository interviews;
    private final Chronicle chronicle;
    private final LinkingConfig config;

    LinkingService(
            LinkQueue queue,
            ConversationMatcher matcher,
            ParkedConversations parked,
            LinkedConversations linked,
            ConversationRecordings recordings,
            InterviewRepository interviews,
            Chronicle chronicle,
            LinkingConfig config) {
        this.queue = queue;
        this.matcher = matcher;
        this.parked = parked;
        this.linked = linked;
        this.recordings = recordings;
        this.interviews = interviews;
        this.chronicle = chronicle;
        this.config = config;
    }

    @WithTransaction
    Uni<Void> linkLater(ConversationCompleted event) {
        var delivery = event.deliveryId();
        return delivery == null
                ? giveUp(event)
                : queue.delivered(new LinkJob(event.conversationId(), delivery, false, event.occurredAt()));
    }

    @WithTransaction
    Uni<Void> link(LinkJob job, Conversation conversation) {
        return interviews
                .hold(LinkQueue.lock(job.conversationId()))
                .chain(() -> match(conversation))
                .chain(match -> switch (match) {
                    case Match.Found(var interview) -> take(interview, conversation, job);
                    case Match.Several(var sessions) ->
                        parked.waitForOperator(conversation.waiting(job.deliveryId()), sessions);
                    case Match.Forgotten _ -> forget(job.conversationId());
                    case Match.Disowned _ -> takeAlone(conversation, job);
                    case Match.None _ -> job.last() ? takeAlone(conversation, job) : await(conversation, job);
                });
    }

    /** What operators have decided comes before what would be found. */
    private Uni<Match> match(Conversation conversation) {
        return parked.findDecision(conversation.conversationId())
                .onItem()
                .ifNotNull()
                .transform(Match::of)
                .onItem()
                .ifNull()
                .switchTo(() -> matcher.find(conversation));
    }

    /** Its recording comes first, so that the final version has it. */
    private Uni<Void> take(InterviewId interview, Conversation conversation, LinkJob job) {
        InterviewTrail.mark(interview);
        return recordings
                .attach(conversation.conversationId(), interview)
                .chain(() -> linked.add(interview, conversation, job.deliveryId()))
                .chain(() -> matcher.remember(conversation.conversationId(), interview))
                .chain(() -> parked.release(conversation.conversationId()));
    }

    private Uni<Void> takeAlone(Conversation conversation, LinkJob job) {
        return linked.openUnclaimed(conversation).chain(interview -> take(interview, conversation, job));
    }

    private Uni<Void> forget(String conversationId) {
        return recordings.refuse(conversationId).chain(() -> parked.release(conversationId));
    }

    /** Its session may be saved any moment. */
    private Uni<Void> await(Conversation conversation, LinkJob job) {
        return parked.waitForSession(conversation.waiting(job.deliveryId()))
                .chain(() -> queue.lastTry(job, config.window()));
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
