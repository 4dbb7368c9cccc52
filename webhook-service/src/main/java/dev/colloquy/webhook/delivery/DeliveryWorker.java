package dev.colloquy.webhook.delivery;

import dev.colloquy.messaging.HopelessWork;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Processes deliveries after they were acknowledged. One that cannot be processed never holds up the others. */
@ApplicationScoped
class DeliveryWorker implements Worker {

    private final DeliveryService deliveries;
    private final DeliveryMetrics metrics;

    DeliveryWorker(DeliveryService deliveries, DeliveryMetrics metrics) {
        this.deliveries = deliveries;
        this.metrics = metrics;
    }

    @Override
    public String queue() {
        return DeliveryService.QUEUE;
    }

    /** Mostly it waits for the database; the pool has as many connections again. */
    @Override
    public int concurrency() {
        return 10;
    }

    @Override
    public Uni<Void> perform(Job job) {
        var id = UUID.fromString(job.key());
        return deliveries
                .process(id)
                .onFailure(e -> job.last() || e instanceof HopelessWork)
                .call(e -> deliveries.bury(id, String.valueOf(e.getMessage())).invoke(metrics::countSettled))
                .invoke(metrics::countSettled)
                .replaceWithVoid();
    }
}
