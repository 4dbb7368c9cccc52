package dev.colloquy.messaging;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A service as any other: changes a row, tells of it, leaves work for later. */
@ApplicationScoped
public class PaymentService {

    static final String TOPIC = "interview-ended";

    private final Outbox outbox;
    private final Inbox inbox;
    private final LeasedWork work;

    PaymentService(Outbox outbox, Inbox inbox, LeasedWork work) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.work = work;
    }

    @WithTransaction
    public Uni<Void> pay(UUID id, int amount) {
        return insert(id, amount).call(() -> outbox.add(TOPIC, id.toString(), id, Map.of("amount", amount)));
    }

    @WithTransaction
    public Uni<Void> tell(String topic) {
        return outbox.add(topic, "key", UUID.randomUUID(), Map.of("amount", 1));
    }

    @WithTransaction
    public Uni<Void> payAndFail(UUID id) {
        return insert(id, 1)
                .call(() -> outbox.add(TOPIC, id.toString(), id, Map.of("amount", 1)))
                .call(() -> work.add("receipts", id.toString(), Map.of("mode", "work"), Duration.ZERO))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("after everything was written")));
    }

    /** Does something else in the database, after a row is written. */
    @WithTransaction
    public Uni<Void> payAnd(String sql) {
        return insert(UUID.randomUUID(), 1)
                .chain(Panache::getSession)
                .chain(session -> session.flush()
                        .chain(() -> session.createNativeQuery(sql).executeUpdate()))
                .replaceWithVoid();
    }

    @WithTransaction
    public Uni<Void> leave(String key, String mode) {
        return work.add("receipts", key, Map.of("mode", mode), Duration.ZERO);
    }

    @WithTransaction
    public Uni<LeasedWork.Progress> progress(String queue, String key) {
        return work.progress(queue, key);
    }

    public Uni<Void> payOnce(UUID event, UUID id) {
        return inbox.once("payments", event, () -> insert(id, 1));
    }

    public Uni<Void> failOnce(UUID event) {
        return inbox.once(
                "payments",
                event,
                () -> insert(event, 1)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("the effect failed"))));
    }

    /** Loses its first three tries to a serialisation failure. */
    public Uni<Void> payOnceAfterConflicts(UUID event, AtomicInteger tries) {
        var conflict = "do $$ begin raise exception using errcode = '40001'; end $$";
        return inbox.once(
                "payments",
                event,
                () -> insert(event, 1)
                        .chain(() -> tries.incrementAndGet() > 3
                                ? Uni.createFrom().voidItem()
                                : Panache.getSession()
                                        .chain(session -> session.createNativeQuery(conflict)
                                                .executeUpdate())
                                        .replaceWithVoid()));
    }

    @WithTransaction
    public Uni<Long> count(UUID id) {
        return Payment.count("id", id);
    }

    private static Uni<Void> insert(UUID id, int amount) {
        var payment = new Payment();
        payment.id = id;
        payment.amount = amount;
        return payment.persist().replaceWithVoid();
    }
}
