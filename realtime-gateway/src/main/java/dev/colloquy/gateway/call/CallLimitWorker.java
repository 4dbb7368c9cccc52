package dev.colloquy.gateway.call;

import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hangs up a call whose interview should long be over, whatever has become of session-service or Kafka. */
@ApplicationScoped
class CallLimitWorker implements Worker {

    static final String QUEUE = "call-limit";

    private final HangUpWorker hangUp;

    CallLimitWorker(HangUpWorker hangUp) {
        this.hangUp = hangUp;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Duration patience() {
        return hangUp.patience();
    }

    @Override
    public Uni<Void> perform(Job job) {
        return hangUp.perform(job);
    }
}
