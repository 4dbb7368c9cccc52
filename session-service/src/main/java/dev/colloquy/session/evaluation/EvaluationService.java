package dev.colloquy.session.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.TenantRows;
import dev.colloquy.events.ReportUpdated;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

@ApplicationScoped
class EvaluationService {

    static final String QUEUE = "fetch-evaluation";

    private final LeasedWork work;
    private final TenantRows rows;
    private final InterviewRepository interviews;
    private final Chronicle chronicle;

    EvaluationService(LeasedWork work, TenantRows rows, InterviewRepository interviews, Chronicle chronicle) {
        this.work = work;
        this.rows = rows;
        this.interviews = interviews;
        this.chronicle = chronicle;
    }

    @WithTransaction
    Uni<Void> fetchLater(ReportUpdated event) {
        return work.add(QUEUE, event.eventId().toString(), FinishedReport.of(event), Duration.ZERO);
    }

    @WithTransaction
    Uni<Void> keep(FinishedReport report, JsonNode evaluation) {
        InterviewTrail.mark(report.interview());
        return interviews
                .hold(report.interview())
                .chain(() -> rows.of(report.tenant()))
                .chain(() -> interviews.get(report.interview()))
                .chain(interview -> keep(interview, report, evaluation))
                .replaceWithVoid();
    }

    /** An evaluation of an older version is a fact, but no longer a result; the forgotten get none. */
    private Uni<Interview> keep(Interview interview, FinishedReport report, JsonNode evaluation) {
        if (interview.erasedAt == null && report.finalVersion() == interview.finalVersion) {
            interview.evaluate(report.finalVersion(), evaluation);
        }
        var fact = new Fact.EvaluationUpdated(report.reportId(), report.finalVersion(), report.status());
        return chronicle.add(
                interview,
                List.of(new RecordedFact(fact, Witness.REPORT, report.eventId().toString(), report.finishedAt())));
    }
}
