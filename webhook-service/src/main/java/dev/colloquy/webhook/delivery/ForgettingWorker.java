package dev.colloquy.webhook.delivery;

import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Deletes deliveries when their time is over: their bodies hold what people said. */
@ApplicationScoped
class ForgettingWorker implements Worker {

    private final DeliveryService deliveries;

    ForgettingWorker(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String queue() {
        return DeliveryService.FORGETTING_QUEUE;
    }

    @Override
    public Uni<Void> perform(Job job) {
        return deliveries.forget(UUID.fromString(job.key()));
    }
}
