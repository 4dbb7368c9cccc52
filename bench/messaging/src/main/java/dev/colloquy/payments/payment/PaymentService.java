package dev.colloquy.payments.payment;

import dev.colloquy.messaging.Outbox;
import dev.colloquy.payments.PaymentsConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;

@ApplicationScoped
public class PaymentService {

    private final Outbox outbox;
    private final Clock clock;
    private final String topic;

    PaymentService(Outbox outbox, Clock clock, PaymentsConfig config) {
        this.outbox = outbox;
        this.clock = clock;
        this.topic = config.topic();
    }

    @WithTransaction
    public Uni<Void> pay(PaymentOrder order) {
        return insert(order.account())
                .call(payment -> outbox.add(topic, payment.account, payment.id, payment.made()))
                .call(() -> hold(order.hold()))
                .call(() -> order.declined()
                        ? Panache.getSession().chain(session -> session.flush()).invoke(PaymentService::decline)
                        : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }

    /** The same business, told to nobody: what an event costs is the difference. */
    @WithTransaction
    public Uni<Void> paySilently(PaymentOrder order) {
        return insert(order.account()).replaceWithVoid();
    }

    private Uni<Payment> insert(String account) {
        return Account.<Account>findById(account, LockModeType.PESSIMISTIC_WRITE)
                .map(found -> found.pay(clock.instant()))
                .call(payment -> payment.persist());
    }

    private static void decline() {
        throw new PaymentDeclined();
    }

    /** The transaction waits in the database, as one that is slow there would. */
    private static Uni<?> hold(Duration time) {
        return time.isZero()
                ? Uni.createFrom().nullItem()
                : Panache.getSession()
                        .chain(session -> session.flush()
                                .chain(() -> session.createNativeQuery("select 1 from pg_sleep(?1)", Integer.class)
                                        .setParameter(1, time.toMillis() / 1000.0)
                                        .getSingleResult()));
    }
}
