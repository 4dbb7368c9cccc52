package dev.colloquy.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Does the work of one queue. A bean; found and driven by the library. */
public interface Worker {

    String queue();

    /**
     * Does one piece of work. It may run twice when a worker dies or outlives its lease, so its effect must be
     * idempotent. A failure is tried again with growing waits until {@link #patience()} is over; {@link HopelessWork}
     * is not.
     */
    Uni<Void> perform(Job job);

    /** How long after its first attempt work that fails is tried again; then it is dead and waits for an operator. */
    default Duration patience() {
        return Duration.ofMinutes(10);
    }

    /** How many pieces one replica does at the same time. */
    default int concurrency() {
        return 4;
    }
}
