package dev.colloquy.gateway.ending;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.call.CallService;
import dev.colloquy.gateway.interview.EndedInterviews;
import dev.colloquy.gateway.interview.InterviewLock;
import dev.colloquy.messaging.LeasedWork;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Keeps account of what is left to do once an interview is over. */
@ApplicationScoped
public class EndingService {

    static final String TEARDOWN = "teardown";

    private final InterviewLock lock;
    private final TenantRows tenantRows;
    private final EndedInterviews ended;
    private final CallService calls;
    private final TeardownRepository teardowns;
    private final LeasedWork leasedWork;
    private final EndingConfig config;

    EndingService(
            InterviewLock lock,
            TenantRows tenantRows,
            EndedInterviews ended,
            CallService calls,
            TeardownRepository teardowns,
            LeasedWork leasedWork,
            EndingConfig config) {
        this.lock = lock;
        this.tenantRows = tenantRows;
        this.ended = ended;
        this.calls = calls;
        this.teardowns = teardowns;
        this.leasedWork = leasedWork;
        this.config = config;
    }

    /** Orders everything that must end with an interview. */
    @WithTransaction
    Uni<Void> begin(InterviewEnded event) {
        return lock.take(event.interviewId())
                .chain(() -> tenantRows.of(event.tenant()))
                .chain(() -> ended.add(event.interviewId(), event.tenant(), event.endedAt()))
                .chain(() -> calls.hangUpAll(event.interviewId(), event.tenant()))
                .chain(hadCalls -> hadCalls
                        ? completeTranscript(event.interviewId())
                        : Uni.createFrom().voidItem())
                .chain(() -> event.roomExpected()
                        ? tearDown(event.interviewId(), event.tenant())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> completeTranscript(InterviewId interview) {
        var order = new CompleteTranscriptWorker.Order(interview);
        return leasedWork.add(CompleteTranscriptWorker.QUEUE, interview.toString(), order, Duration.ZERO);
    }

    private Uni<Void> tearDown(InterviewId interview, TenantId tenant) {
        return tearDown(new Teardown(interview.toString(), interview, tenant, TeardownStep.SIGNAL), Duration.ZERO);
    }

    /**
     * Ends a room that a candidate has joined after the end, with a token that is still good. Waits as long as the
     * first teardown leaves the agent, so as not to cut that short.
     */
    @WithTransaction
    public Uni<Void> tearDownAgain(ParticipantJoined late, TenantId tenant) {
        var teardown = new Teardown(late.participantSid(), late.interviewId(), tenant, TeardownStep.REMOVE_CANDIDATE);
        return tenantRows.of(tenant).chain(() -> tearDown(teardown, config.grace()));
    }

    private Uni<Void> tearDown(Teardown teardown, Duration delay) {
        var order = new TeardownWorker.Order(
                new InterviewId(teardown.interviewId), new TenantId(teardown.tenant), teardown.key);
        return teardowns
                .findById(teardown.key)
                .onItem()
                .ifNull()
                .switchTo(() -> teardowns.persist(teardown))
                .chain(() -> leasedWork.add(TEARDOWN, teardown.key, order, delay));
    }

    /** The step a teardown has to do next. */
    @WithTransaction
    Uni<TeardownStep> nextStep(TeardownWorker.Order order) {
        return tenantRows
                .of(order.tenant())
                .chain(() -> teardowns.findById(order.key()))
                .map(teardown -> teardown.nextStep);
    }

    @WithTransaction
    Uni<Void> reached(TeardownWorker.Order order, TeardownStep nextStep) {
        return tenantRows
                .of(order.tenant())
                .chain(() -> teardowns.findById(order.key()))
                .invoke(teardown -> teardown.nextStep = nextStep)
                .replaceWithVoid();
    }
}
