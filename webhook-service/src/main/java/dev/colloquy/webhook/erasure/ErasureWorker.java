package dev.colloquy.webhook.erasure;

import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks a second time for what came of an interview while it was forgotten. */
@ApplicationScoped
class ErasureWorker implements Worker {

    private final ErasureService erasures;

    ErasureWorker(ErasureService erasures) {
        this.erasures = erasures;
    }

    @Override
    public String queue() {
        return ErasureService.QUEUE;
    }

    @Override
    public Uni<Void> perform(Job job) {
        return erasures.forgetAgain(UUID.fromString(job.key()));
    }
}
