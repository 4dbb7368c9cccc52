package dev.colloquy.webhook.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.Event;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Owed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks one provider for one thing it owes. Each question is leased work of the inquiry's own queue. */
abstract class Inquiry implements Worker {

    private static final Logger LOG = Logger.getLogger(Inquiry.class);

    private final ReconciliationService reconciliation;
    private final ObjectMapper json;

    Inquiry(ReconciliationService reconciliation, ObjectMapper json) {
        this.reconciliation = reconciliation;
        this.json = json;
    }

    abstract Owed owed();

    /** Asks; fails when the provider does not answer, which is as good as an answer that more may come. */
    abstract Uni<Answer> ask(Expectation expectation);

    /** What to tell those who wait, when nothing came in time. */
    abstract List<Event> givenUp(Expectation expectation);

    abstract Duration waitAfter(Question question);

    @Override
    public String queue() {
        return "ask-" + owed().word();
    }

    @Override
    public Uni<Void> perform(Job job) {
        var question = json.convertValue(job.payload(), Question.class);
        InterviewTrail.mark(question.interview());
        return reconciliation
                .find(owed(), question)
                .onItem()
                .ifNotNull()
                .call(expectation -> answer(expectation).chain(answer -> reconciliation.settle(this, question, answer)))
                .replaceWithVoid();
    }

    private Uni<Answer> answer(Expectation expectation) {
        return Uni.createFrom()
                .deferred(() -> ask(expectation))
                .onFailure()
                .invoke(e -> LOG.infof("No answer about a %s: %s", owed().word(), e))
                .onFailure()
                .recoverWithItem(Answer.NONE);
    }
}
