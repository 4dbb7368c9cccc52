package dev.colloquy.session.admission;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewCancelled;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.interview.ErasedInterviews;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewNotFound;
import dev.colloquy.session.interview.InterviewRepository;
import dev.colloquy.session.interview.InterviewRoutes;
import dev.colloquy.session.interview.NewInterview;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.position.PositionService;
import dev.colloquy.session.position.PositionSnapshot;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes over what booking-service knows of an interview, in whichever order it arrives. */
@ApplicationScoped
class AdmissionService {

    private final InterviewRepository interviews;
    private final InterviewRoutes routes;
    private final TenantRows rows;
    private final PositionService positions;
    private final ErasedInterviews erased;
    private final Chronicle chronicle;
    private final Clock clock;

    AdmissionService(
            InterviewRepository interviews,
            InterviewRoutes routes,
            TenantRows rows,
            PositionService positions,
            ErasedInterviews erased,
            Chronicle chronicle,
            Clock clock) {
        this.interviews = interviews;
        this.routes = routes;
        this.rows = rows;
        this.positions = positions;
        this.erased = erased;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Lets the candidate in. The first admission counts; a repeated one answers how things stand. */
    @WithTransaction
    Uni<AdmissionView> admit(InterviewId id, AdmissionRequest who) {
        var fresh = NewInterview.booked(
                id, who.tenant(), who.candidateId(), who.provider(), who.scheduledAt(), clock.instant());
        return open(fresh, List.of())
                .chain(interview -> mayEnter(interview)
                        ? enter(interview, who)
                        : Uni.createFrom().item(interview))
                .map(AdmissionView::of);
    }

    @WithTransaction
    Uni<Interview> scheduled(InterviewScheduled event) {
        var fresh = NewInterview.booked(
                event.interviewId(),
                event.tenant(),
                event.candidateId(),
                event.provider(),
                event.scheduledAt(),
                event.occurredAt());
        var scheduled = new Fact.Scheduled(event.scheduledAt(), event.closesAt());
        return open(fresh, List.of(told(scheduled, event.eventId().toString(), event.occurredAt())));
    }

    @WithTransaction
    Uni<Void> cancelled(InterviewCancelled event) {
        return chronicle.add(
                event.interviewId(),
                List.of(told(new Fact.Cancelled(), event.eventId().toString(), event.occurredAt())));
    }

    /** Finds the interview or adds it, holds it, and adds the facts. */
    private Uni<Interview> open(Interview fresh, List<RecordedFact> facts) {
        var id = fresh.interviewId();
        return interviews
                .hold(id)
                .chain(() -> routes.find(id))
                .invoke(tenant -> {
                    if (tenant != null && !tenant.equals(fresh.tenantId())) {
                        throw new InterviewNotFound();
                    }
                })
                .call(() -> rows.of(fresh.tenantId()))
                .chain(tenant -> tenant == null
                        ? add(fresh, facts)
                        : interviews.get(id).chain(found -> chronicle.add(found, facts)));
    }

    /** Whose erasure was told before is not brought back. */
    private Uni<Interview> add(Interview fresh, List<RecordedFact> facts) {
        return erased.find(fresh.interviewId())
                .onItem()
                .ifNotNull()
                .invoke(fresh::erase)
                .chain(() -> chronicle.open(fresh, facts));
    }

    private Uni<Interview> enter(Interview interview, AdmissionRequest who) {
        return positions
                .snapshot(who.positionId())
                .map(about -> who.persona() == null ? about : about.ledBy(who.persona()))
                .invoke(about -> admit(interview, who, about))
                .chain(() -> chronicle.add(
                        interview,
                        List.of(told(
                                new Fact.Admitted(who.provider(), who.consent()),
                                interview.id.toString(),
                                clock.instant()))));
    }

    private void admit(Interview interview, AdmissionRequest who, PositionSnapshot about) {
        interview.admit(who.firstName(), who.resumeText(), who.consent(), who.provider(), about, clock.instant());
    }

    private static boolean mayEnter(Interview interview) {
        return interview.admittedAt == null
                && interview.endedAt == null
                && interview.erasedAt == null
                && !interview.isOff();
    }

    private static RecordedFact told(Fact fact, String evidenceId, Instant occurredAt) {
        return new RecordedFact(fact, Witness.BOOKING, evidenceId, occurredAt);
    }
}
