package dev.colloquy.gateway.call;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.CallEnded;
import dev.colloquy.events.CallStarted;
import dev.colloquy.events.ConnectionEvent;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.gateway.interview.EndedInterviews;
import dev.colloquy.gateway.interview.InterviewLock;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.messaging.Outbox;
import dev.colloquy.messaging.Sql;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Keeps account of calls. An interview has one: an older one, and every one after its end, is hung up. */
@ApplicationScoped
public class CallService {

    static final String HANG_UP = "hang-up";
    static final String END_BY_AGENT = "end-by-agent";

    private static final String REASSERTED = "update call set reassertions = reassertions + 1 where call_id = $1";

    private final InterviewLock lock;
    private final TenantRows tenantRows;
    private final CallRepository calls;
    private final FollowedCalls followed;
    private final EndedInterviews ended;
    private final LeasedWork leasedWork;
    private final Outbox outbox;
    private final CallConfig config;
    private final Clock clock;

    CallService(
            InterviewLock lock,
            TenantRows tenantRows,
            CallRepository calls,
            FollowedCalls followed,
            EndedInterviews ended,
            LeasedWork leasedWork,
            Outbox outbox,
            CallConfig config,
            Clock clock) {
        this.lock = lock;
        this.tenantRows = tenantRows;
        this.calls = calls;
        this.followed = followed;
        this.ended = ended;
        this.leasedWork = leasedWork;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** @param limit when the call is hung up if nobody else has done so */
    @WithTransaction
    Uni<Void> started(FollowedCall placed, Duration limit) {
        var interview = placed.interview();
        var tenant = placed.tenant();
        var callId = placed.callId();
        var call = new Call(callId, interview, tenant, clock.instant());
        return lock.take(interview)
                .chain(() -> tenantRows.of(tenant))
                .chain(() -> calls.open(interview))
                .chain(open -> hangUp(open, Duration.ZERO))
                .chain(() -> calls.persist(call))
                .chain(() -> followed.add(placed))
                .chain(() -> leasedWork.add(CallLimitWorker.QUEUE, callId, new HangUpWorker.Order(call), limit))
                .chain(() -> publish(new CallStarted(UUID.randomUUID(), call.startedAt, interview, callId)))
                .chain(() -> ended.contains(interview))
                .chain(over -> over
                        ? hangUp(List.of(call), Duration.ZERO)
                        : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Boolean> isOngoing(InterviewId interview, TenantId tenant) {
        return tenantRows.of(tenant).chain(() -> calls.open(interview)).map(open -> !open.isEmpty());
    }

    /**
     * Has every open call of an interview hung up, after a moment for the last words.
     *
     * @return whether the interview ever had one
     */
    @WithTransaction
    public Uni<Boolean> hangUpAll(InterviewId interview, TenantId tenant) {
        return lock.take(interview)
                .chain(() -> tenantRows.of(tenant))
                .chain(() -> calls.open(interview))
                .chain(open -> hangUp(open, config.lastWords()))
                .chain(() -> calls.count("interviewId", interview.value()))
                .map(count -> count > 0);
    }

    /** The interviewer wants the interview to end. */
    @WithTransaction
    public Uni<Void> endAsked(FollowedCall call) {
        return leasedWork.add(END_BY_AGENT, call.callId(), new EndByAgentWorker.Order(call.interview()), Duration.ZERO);
    }

    /** Somebody else has changed the session, and it was set right. */
    @WithTransaction
    public Uni<Void> reasserted(FollowedCall call) {
        return tenantRows
                .of(call.tenant())
                .chain(() -> Sql.update(REASSERTED, call.callId()))
                .replaceWithVoid();
    }

    /** The call is over, and everything that was heard in it is told. */
    @WithTransaction
    public Uni<Void> finished(FollowedCall call) {
        return ended(call.tenant(), call.callId()).chain(() -> followed.forget(call.callId()));
    }

    @WithTransaction
    Uni<Void> ended(TenantId tenant, String callId) {
        var now = clock.instant();
        return tenantRows
                .of(tenant)
                .chain(() -> calls.findById(callId, LockModeType.PESSIMISTIC_WRITE))
                .chain(call -> call != null && call.end(now)
                        ? publish(new CallEnded(UUID.randomUUID(), now, new InterviewId(call.interviewId), callId))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> hangUp(List<Call> unwanted, Duration delay) {
        return Multi.createFrom()
                .iterable(unwanted)
                .onItem()
                .transformToUniAndConcatenate(
                        call -> leasedWork.add(HANG_UP, call.callId, new HangUpWorker.Order(call), delay))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> publish(ConnectionEvent event) {
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }
}
