package dev.colloquy.messaging;

import io.smallrye.mutiny.Uni;

/** Does the work of one queue. A bean; found and driven by the library. */
public interface Worker {

    String queue();

    /**
     * Does one piece of work. It may run twice when a worker dies or outlives its lease, so its effect must be
     * idempotent. A failure is tried again with growing waits; {@link HopelessWork} is not.
     */
    Uni<Void> perform(Job job);

    /** How many pieces one replica does at the same time. */
    default int concurrency() {
        return 4;
    }
}
