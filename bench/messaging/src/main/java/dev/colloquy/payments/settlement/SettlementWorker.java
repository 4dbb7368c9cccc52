package dev.colloquy.payments.settlement;

import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SettlementWorker implements Worker {

    private final SettlementService settlements;

    SettlementWorker(SettlementService settlements) {
        this.settlements = settlements;
    }

    @Override
    public String queue() {
        return SettlementService.QUEUE;
    }

    @Override
    public Uni<Void> perform(Job job) {
        return settlements.settle(job);
    }
}
