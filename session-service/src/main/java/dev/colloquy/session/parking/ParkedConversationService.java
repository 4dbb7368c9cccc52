package dev.colloquy.session.parking;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.parking.QuestionRepository.Question;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets operators decide whose a conversation is. The linking worker carries it out. */
@ApplicationScoped
class ParkedConversationService {

    private static final Logger LOG = Logger.getLogger(ParkedConversationService.class);

    private final TenantRows rows;
    private final InterviewRepository interviews;
    private final QuestionRepository questions;
    private final LinkQueue queue;
    private final Clock clock;

    ParkedConversationService(
            TenantRows rows,
            InterviewRepository interviews,
            QuestionRepository questions,
            LinkQueue queue,
            Clock clock) {
        this.rows = rows;
        this.interviews = interviews;
        this.questions = questions;
        this.queue = queue;
        this.clock = clock;
    }

    @WithTransaction
    Uni<ParkedConversationView.Page> list(TenantId tenant, int page, int size) {
        return rows.of(tenant)
                .chain(() -> questions.oldestFirst(page, size))
                .chain(items ->
                        questions.count().map(total -> new ParkedConversationView.Page(items, page, size, total)));
    }

    /** Waits for a worker that is at this conversation, and keeps others away until the decision stands. */
    @WithTransaction
    Uni<Void> resolve(TenantId tenant, String conversationId, @Nullable InterviewId chosen) {
        return rows.of(tenant)
                .chain(() -> interviews.hold(LinkQueue.lock(conversationId)))
                .chain(() -> question(conversationId))
                .chain(question ->
                        chosen == null ? disown(conversationId, question) : choose(conversationId, question, chosen));
    }

    private Uni<Question> question(String conversationId) {
        return questions
                .find(conversationId)
                .onItem()
                .ifNull()
                .switchTo(() -> questions.isLinked(conversationId).map(ParkedConversationService::refuse))
                .invoke(ParkedConversationService::requireOpen);
    }

    private Uni<Void> choose(String conversationId, Question question, InterviewId chosen) {
        if (!question.own().contains(chosen)) {
            throw new NotACandidate();
        }
        if (question.isShared()) {
            throw new SharedConversation();
        }
        return decide(conversationId, question, chosen);
    }

    /** It is none of this tenant's sessions; when no other tenant's fits either, it becomes an interview of its own. */
    private Uni<Void> disown(String conversationId, Question question) {
        return question.isShared() ? questions.disown(conversationId) : decide(conversationId, question, null);
    }

    private Uni<Void> decide(String conversationId, Question question, @Nullable InterviewId chosen) {
        LOG.infof("An operator decided about a conversation conversationId=%s interviewId=%s", conversationId, chosen);
        var job = new LinkJob(conversationId, question.deliveryId(), false, question.parkedAt());
        return questions.decide(conversationId, chosen, clock.instant()).chain(() -> queue.decided(job));
    }

    private static Question refuse(boolean linked) {
        throw linked ? new AlreadySettled() : new ParkedConversationNotFound();
    }

    private static void requireOpen(Question question) {
        if (question.own().isEmpty()) {
            throw new ParkedConversationNotFound();
        }
        if (question.decided()) {
            throw new AlreadySettled();
        }
    }
}
