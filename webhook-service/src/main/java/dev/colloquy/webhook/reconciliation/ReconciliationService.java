package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.Event;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.webhook.expectation.Expectation;
import dev.colloquy.webhook.expectation.Expectations;
import dev.colloquy.webhook.expectation.Expected;
import dev.colloquy.webhook.expectation.Outcome;
import dev.colloquy.webhook.expectation.Owed;
import dev.colloquy.webhook.telling.Teller;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what is owed and when it is asked for, and tells what was found. */
@ApplicationScoped
class ReconciliationService {

    private static final Logger LOG = Logger.getLogger(ReconciliationService.class);

    private final Expectations expectations;
    private final Teller teller;
    private final LeasedWork work;
    private final Clock clock;

    ReconciliationService(Expectations expectations, Teller teller, LeasedWork work, Clock clock) {
        this.expectations = expectations;
        this.teller = teller;
        this.work = work;
        this.clock = clock;
    }

    /** In the caller's transaction: from now on it is owed, and asked for from the given time on. */
    Uni<Void> expect(Inquiry inquiry, Expected expected, Instant firstQuestion) {
        return expectations
                .expect(inquiry.owed(), expected)
                .onItem()
                .ifNotNull()
                .call(generation -> ask(inquiry, Question.first(expected.interview(), generation), firstQuestion))
                .replaceWithVoid();
    }

    /** What is still owed, if it is. */
    @WithTransaction
    Uni<@Nullable Expectation> find(Owed owed, Question question) {
        return expectations.find(question.interview(), owed, question.generation());
    }

    /** Tells what a question found, and asks again, or not. */
    @WithTransaction
    Uni<Void> settle(Inquiry inquiry, Question question, Answer answer) {
        return expectations
                .find(question.interview(), inquiry.owed(), question.generation())
                .onItem()
                .ifNotNull()
                .call(expectation -> expectations
                        .note(expectation, answer.word(), answer.roomSid())
                        .chain(() -> tell(answer.found()))
                        .chain(() -> conclude(inquiry, question, expectation, answer)))
                .replaceWithVoid();
    }

    private Uni<Void> conclude(Inquiry inquiry, Question question, Expectation expectation, Answer answer) {
        var now = clock.instant();
        if (answer.certainty() == Answer.Certainty.COMPLETE) {
            return expectations.settle(expectation.interview(), inquiry.owed(), Outcome.RECONCILED);
        }
        var end = answer.certainty() == Answer.Certainty.NOTHING ? expectation.deadline() : expectation.until();
        return now.isBefore(end)
                ? ask(inquiry, question.next(), earlier(now.plus(inquiry.waitAfter(question)), end))
                : expire(inquiry, expectation);
    }

    private Uni<Void> expire(Inquiry inquiry, Expectation expectation) {
        LOG.warnf(
                "Given up: %s interviewId=%s, last answer: %s",
                inquiry.owed().word(), expectation.interview(), expectation.lastAnswer());
        return tell(inquiry.givenUp(expectation))
                .chain(() -> expectations.settle(expectation.interview(), inquiry.owed(), Outcome.EXPIRED));
    }

    private Uni<Void> tell(List<Event> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .call(teller::tell)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> ask(Inquiry inquiry, Question question, Instant at) {
        var delay = Duration.between(clock.instant(), at);
        return work.add(inquiry.queue(), question.key(), question, delay.isNegative() ? Duration.ZERO : delay);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
