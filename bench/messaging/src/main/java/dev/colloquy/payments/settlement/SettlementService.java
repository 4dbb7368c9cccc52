package dev.colloquy.payments.settlement;

import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.LeasedWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

@ApplicationScoped
class SettlementService {

    static final String QUEUE = "settlements";

    private final LeasedWork work;
    private final Clock clock;

    SettlementService(LeasedWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> order(SettlementOrder order) {
        return work.add(QUEUE, order.key(), order, Duration.ZERO);
    }

    @WithTransaction
    Uni<Void> settle(Job job) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select 1 from pg_sleep(?1)", Integer.class)
                        .setParameter(1, job.payload().get("seconds").asDouble())
                        .getSingleResult())
                .chain(() ->
                        Settlement.of(job.key(), job.attempt(), clock.instant()).persist())
                .replaceWithVoid();
    }
}
