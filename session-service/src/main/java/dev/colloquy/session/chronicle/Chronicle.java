package dev.colloquy.session.chronicle;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import dev.colloquy.session.ledger.FactRepository;
import dev.colloquy.session.ledger.InterviewState;
import dev.colloquy.session.ledger.Known;
import dev.colloquy.session.ledger.RecordedFact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The one way to add facts to an interview. In the caller's transaction it takes the decisions the facts call for,
 * rewrites the interview's row, sets deadlines, and adds an event for what has become true.
 */
@ApplicationScoped
public class Chronicle {

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);

    private final FactRepository facts;
    private final InterviewRepository interviews;
    private final InterviewRoutes routes;
    private final Decisions decisions;
    private final InterviewNews news;
    private final Deadlines deadlines;
    private final Clock clock;

    Chronicle(
            FactRepository facts,
            InterviewRepository interviews,
            InterviewRoutes routes,
            Decisions decisions,
            InterviewNews news,
            Deadlines deadlines,
            Clock clock) {
        this.facts = facts;
        this.interviews = interviews;
        this.routes = routes;
        this.decisions = decisions;
        this.news = news;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Adds an interview, which the caller holds, with its first facts and those that came before it. */
    public Uni<Interview> open(Interview interview, List<RecordedFact> first) {
        return routes.add(interview)
                .chain(() -> interviews.persist(interview))
                .chain(() -> record(interview.interviewId(), first))
                .chain(known -> settle(interview, known.facts()))
                .call(interviews::flush);
    }

    /** Adds facts to an interview that the caller holds. */
    public Uni<Interview> add(Interview interview, List<RecordedFact> witnessed) {
        return record(interview.interviewId(), witnessed).chain(known -> settle(interview, known));
    }

    /** Adds facts to an interview, or keeps them until there is one. */
    public Uni<Void> add(InterviewId id, List<RecordedFact> witnessed) {
        return routes.openHeld(id)
                .chain(there -> record(id, witnessed)
                        .chain(known -> there && known.isNew()
                                ? interviews.get(id).chain(interview -> settle(interview, known.facts()))
                                : Uni.createFrom().nullItem()))
                .replaceWithVoid();
    }

    /** Adds what follows from how an interview stands, which nobody else changes meanwhile. */
    public Uni<Void> react(InterviewId id, BiFunction<Interview, InterviewState, Uni<List<RecordedFact>>> reaction) {
        return findHeld(id)
                .onItem()
                .ifNotNull()
                .call(interview -> facts.of(id)
                        .chain(known -> reaction.apply(interview, InterviewState.of(known)))
                        .call(found -> found.isEmpty() ? Uni.createFrom().voidItem() : add(interview, found)))
                .replaceWithVoid();
    }

    private Uni<Interview> findHeld(InterviewId id) {
        return routes.openHeld(id)
                .chain(known -> known ? interviews.get(id) : Uni.createFrom().nullItem());
    }

    private Uni<Known> record(InterviewId id, List<RecordedFact> witnessed) {
        var now = clock.instant();
        return facts.add(
                id, witnessed.stream().map(fact -> plausible(fact, now)).toList());
    }

    /** Evidence that was there already changes nothing. */
    private Uni<Interview> settle(Interview interview, Known known) {
        return known.isNew()
                ? settle(interview, known.facts())
                : Uni.createFrom().item(interview);
    }

    private Uni<Interview> settle(Interview interview, List<RecordedFact> known) {
        var id = interview.interviewId();
        return decisions
                .of(id, known)
                .chain(decided -> decided.isEmpty()
                        ? Uni.createFrom().item(known)
                        : facts.add(id, decided).map(Known::facts))
                .map(InterviewState::of)
                .call(state -> deadlines.set(interview, state))
                .chain(state -> news.tell(interview, state))
                .replaceWith(interview);
    }

    /** What is told without a time, or with an impossible one, occurred when we heard of it. */
    private static RecordedFact plausible(RecordedFact fact, Instant now) {
        var at = fact.occurredAt();
        return at.isBefore(FIRST) || at.isAfter(now.plus(AHEAD)) ? fact.at(now) : fact;
    }
}
