package dev.colloquy.session.chronicle;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.FactRepository;
import dev.colloquy.session.ledger.InterviewState;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The one way to add facts to an interview. In the caller's transaction it takes the decisions the facts call for,
 * rewrites the interview's row, sets deadlines, and adds an event for what has become true.
 */
@ApplicationScoped
public class Chronicle {

    private final FactRepository facts;
    private final InterviewRepository interviews;
    private final InterviewRoutes routes;
    private final TenantRows rows;
    private final FinalTranscript transcript;
    private final InterviewNews news;
    private final Deadlines deadlines;
    private final Clock clock;

    Chronicle(
            FactRepository facts,
            InterviewRepository interviews,
            InterviewRoutes routes,
            TenantRows rows,
            FinalTranscript transcript,
            InterviewNews news,
            Deadlines deadlines,
            Clock clock) {
        this.facts = facts;
        this.interviews = interviews;
        this.routes = routes;
        this.rows = rows;
        this.transcript = transcript;
        this.news = news;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Adds an interview, which the caller holds, with its first facts and those that came before it. */
    public Uni<Interview> open(Interview interview, List<RecordedFact> first) {
        return routes.add(interview)
                .chain(() -> interviews.persistAndFlush(interview))
                .chain(() -> add(interview, first));
    }

    /** Adds facts to an interview that the caller holds. */
    public Uni<Interview> add(Interview interview, List<RecordedFact> witnessed) {
        return facts.add(interview.interviewId(), witnessed).chain(() -> settle(interview));
    }

    /** Adds facts to an interview, or keeps them until there is one. */
    public Uni<Void> add(InterviewId id, List<RecordedFact> witnessed) {
        return interviews
                .hold(id)
                .chain(() -> facts.add(id, witnessed))
                .chain(() -> routes.find(id))
                .onItem()
                .ifNotNull()
                .call(tenant -> rows.of(tenant).chain(() -> interviews.get(id)).chain(this::settle))
                .replaceWithVoid();
    }

    /** Adds what follows from the interview's state, which nobody else changes meanwhile. */
    public Uni<Void> react(InterviewId id, Function<InterviewState, List<RecordedFact>> reaction) {
        return interviews
                .hold(id)
                .chain(() -> facts.of(id))
                .map(InterviewState::of)
                .map(reaction)
                .call(found -> found.isEmpty() ? Uni.createFrom().voidItem() : add(id, found))
                .replaceWithVoid();
    }

    private Uni<Interview> settle(Interview interview) {
        return decide(interview.interviewId())
                .call(state -> deadlines.set(interview, state))
                .chain(state -> news.tell(interview, state))
                .replaceWith(interview);
    }

    private Uni<InterviewState> decide(InterviewId id) {
        return facts.of(id).map(InterviewState::of).chain(state -> {
            if (state.mustEnd()) {
                return decide(id, ended(id, state));
            }
            return state.mustFinalise()
                    ? transcript
                            .hash(id)
                            .map(hash -> finalised(id, state, hash))
                            .call(version -> transcript.keep(id, version, state.recording()))
                            .chain(version -> decide(id, version))
                    : Uni.createFrom().item(state);
        });
    }

    private Uni<InterviewState> decide(InterviewId id, RecordedFact decision) {
        return facts.add(id, List.of(decision)).chain(() -> decide(id));
    }

    private static RecordedFact ended(InterviewId id, InterviewState state) {
        var request = Objects.requireNonNull(state.endRequested());
        return new RecordedFact(new Fact.Ended(request.by()), Witness.SESSION, id.toString(), request.at());
    }

    private RecordedFact finalised(InterviewId id, InterviewState state, String hash) {
        var last = state.finalised();
        var version = last == null ? 1 : last.number() + 1;
        return new RecordedFact(new Fact.Finalised(version, hash), Witness.SESSION, id + ":" + version, now(state));
    }

    /** Never before the transcript it is about, whatever the clocks of other replicas say. */
    private Instant now(InterviewState state) {
        var now = clock.instant();
        var completed = state.transcriptCompletedAt();
        return completed != null && completed.isAfter(now) ? completed : now;
    }
}
