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
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Keeps account of calls. An interview has one: an older one, and every one after its end, is hung up. */
@ApplicationScoped
public class CallService {

    static final String HANG_UP = "hang-up";

    private final InterviewLock lock;
    private final TenantRows tenantRows;
    private final CallRepository calls;
    private final EndedInterviews ended;
    private final LeasedWork leasedWork;
    private final Outbox outbox;
    private final Clock clock;

    CallService(
            InterviewLock lock,
            TenantRows tenantRows,
            CallRepository calls,
            EndedInterviews ended,
            LeasedWork leasedWork,
            Outbox outbox,
            Clock clock) {
        this.lock = lock;
        this.tenantRows = tenantRows;
        this.calls = calls;
        this.ended = ended;
        this.leasedWork = leasedWork;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> started(InterviewId interview, TenantId tenant, String callId) {
        var call = new Call(callId, interview, tenant, clock.instant());
        return lock.take(interview)
                .chain(() -> tenantRows.of(tenant))
                .chain(() -> calls.open(interview))
                .chain(this::hangUp)
                .chain(() -> calls.persist(call))
                .chain(() -> publish(new CallStarted(UUID.randomUUID(), call.startedAt, interview, callId)))
                .chain(() -> ended.contains(interview))
                .chain(over -> over ? hangUp(List.of(call)) : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Boolean> isOngoing(InterviewId interview, TenantId tenant) {
        return tenantRows.of(tenant).chain(() -> calls.open(interview)).map(open -> !open.isEmpty());
    }

    /** Has every open call of an interview hung up. */
    @WithTransaction
    public Uni<Void> hangUpAll(InterviewId interview, TenantId tenant) {
        return lock.take(interview)
                .chain(() -> tenantRows.of(tenant))
                .chain(() -> calls.open(interview))
                .chain(this::hangUp);
    }

    @WithTransaction
    Uni<Void> ended(TenantId tenant, String callId) {
        var now = clock.instant();
        return tenantRows
                .of(tenant)
                .chain(() -> calls.findById(callId))
                .chain(call -> call != null && call.end(now)
                        ? publish(new CallEnded(UUID.randomUUID(), now, new InterviewId(call.interviewId), callId))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> hangUp(List<Call> unwanted) {
        return Multi.createFrom()
                .iterable(unwanted)
                .onItem()
                .transformToUniAndConcatenate(call -> leasedWork.add(
                        HANG_UP, call.callId, new HangUpWorker.Order(call.tenant, call.callId), Duration.ZERO))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> publish(ConnectionEvent event) {
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }
}
