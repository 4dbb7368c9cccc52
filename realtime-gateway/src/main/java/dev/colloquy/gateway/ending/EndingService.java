package dev.colloquy.gateway.ending;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.call.CallService;
import dev.colloquy.gateway.interview.EndedInterviews;
import dev.colloquy.messaging.LeasedWork;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Keeps account of what is left to do once an interview is over. */
@ApplicationScoped
class EndingService {

    static final String TEARDOWN = "teardown";

    private final TenantRows tenantRows;
    private final EndedInterviews ended;
    private final CallService calls;
    private final TeardownRepository teardowns;
    private final LeasedWork leasedWork;

    EndingService(
            TenantRows tenantRows,
            EndedInterviews ended,
            CallService calls,
            TeardownRepository teardowns,
            LeasedWork leasedWork) {
        this.tenantRows = tenantRows;
        this.ended = ended;
        this.calls = calls;
        this.teardowns = teardowns;
        this.leasedWork = leasedWork;
    }

    /** Orders everything that must end with an interview. */
    @WithTransaction
    Uni<Void> begin(InterviewEnded event) {
        return tenantRows
                .of(event.tenant())
                .chain(() -> ended.add(event.interviewId(), event.tenant(), event.endedAt()))
                .chain(() -> calls.hangUpAll(event.interviewId(), event.tenant()))
                .chain(() -> event.roomExpected()
                        ? tearDown(event.interviewId(), event.tenant())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tearDown(InterviewId interview, TenantId tenant) {
        var order = new TeardownWorker.Order(interview, tenant);
        return teardowns
                .findById(interview.value())
                .onItem()
                .ifNull()
                .switchTo(() -> teardowns.persist(new Teardown(interview, tenant)))
                .chain(() -> leasedWork.add(TEARDOWN, interview.toString(), order, Duration.ZERO));
    }

    /** The step a teardown has to do next. */
    @WithTransaction
    Uni<TeardownStep> nextStep(InterviewId interview, TenantId tenant) {
        return tenantRows
                .of(tenant)
                .chain(() -> teardowns.findById(interview.value()))
                .map(teardown -> teardown.nextStep);
    }

    @WithTransaction
    Uni<Void> reached(InterviewId interview, TenantId tenant, TeardownStep nextStep) {
        return tenantRows
                .of(tenant)
                .chain(() -> teardowns.findById(interview.value()))
                .invoke(teardown -> teardown.nextStep = nextStep)
                .replaceWithVoid();
    }
}
