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
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ResultsService {

    private final InterviewAccess access;
    private final InterviewRepository interviews;
    private final TranscriptRepository transcripts;
    private final FactRepository facts;
    private final TenantRows rows;

    ResultsService(
            InterviewAccess access,
            InterviewRepository interviews,
            TranscriptRepository transcripts,
            FactRepository facts,
            TenantRows rows) {
        this.access = access;
        this.interviews = interviews;
        this.transcripts = transcripts;
        this.facts = facts;
        this.rows = rows;
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

    @WithTransaction
    Uni<ResultsView> results(InterviewId id) {
        return access.get(id)
                .chain(interview -> transcripts
                        .of(id)
                        .map(transcript -> new ResultsView(
                                new ResultsView.TranscribedInterview(InterviewView.of(interview), transcript.turns()),
                                interview.evaluation,
                                Awaiting.of(interview))));
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
