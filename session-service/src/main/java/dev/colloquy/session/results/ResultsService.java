package dev.colloquy.session.results;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewNotFound;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewView;
import dev.colloquy.session.ledger.FactRepository;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ResultsService {

    private final InterviewAccess access;
    private final InterviewRepository interviews;
    private final TranscriptRepository transcripts;
    private final FactRepository facts;
    private final TenantRows rows;
    private final Standings standings;

    ResultsService(
            InterviewAccess access,
            InterviewRepository interviews,
            TranscriptRepository transcripts,
            FactRepository facts,
            TenantRows rows,
            Standings standings) {
        this.access = access;
        this.interviews = interviews;
        this.transcripts = transcripts;
        this.facts = facts;
        this.rows = rows;
        this.standings = standings;
    }

    @WithTransaction
    Uni<SessionView> ofInterview(InterviewId id) {
        return access.get(id).map(SessionView::of);
    }

    @WithTransaction
    Uni<SessionView> ofOwnSession(TenantId tenant, String user, String session) {
        return rows.of(tenant).chain(() -> interviews.findOwn(user, session)).map(ResultsService::found);
    }

    @WithTransaction
    Uni<SessionView> ofSession(TenantId tenant, String session) {
        return rows.of(tenant).chain(() -> interviews.findBySession(session)).map(ResultsService::found);
    }

    /** Results under their tag; without them when the caller has those already. */
    record Tagged(String tag, @Nullable ResultsView results) {}

    @WithTransaction
    Uni<Tagged> results(InterviewId id, Predicate<String> known) {
        return access.get(id)
                .chain(interview -> standings
                        .tag(interview)
                        .chain(tag -> known.test(tag)
                                ? Uni.createFrom().item(new Tagged(tag, null))
                                : transcripts
                                        .of(id)
                                        .map(transcript ->
                                                new Tagged(tag, ResultsView.of(standings.of(interview), transcript)))));
    }

    @WithTransaction
    Uni<InterviewPage> list(TenantId tenant, int page, int size) {
        return rows.of(tenant)
                .chain(() -> interviews.page(page, size))
                .chain(items -> interviews
                        .count()
                        .map(total -> new InterviewPage(
                                items.stream().map(InterviewView::of).toList(), page, size, total)));
    }

    @WithTransaction
    Uni<WhyView> why(InterviewId id) {
        return access.get(id).chain(interview -> facts.of(id).map(known -> WhyView.of(interview, known)));
    }

    private static SessionView found(@Nullable Interview interview) {
        if (interview == null) {
            throw new InterviewNotFound();
        }
        return SessionView.of(interview);
    }
}
