package dev.colloquy.simulators.runtime;

import java.time.Duration;
import java.time.Instant;

/** The clock and the timers of the simulators, which only their one event loop may set. Waits are scaled, the time of day is not. */
public interface SimulatedTime {

    Instant now();

    default long nowNanos() {
        Instant now = now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** How long one of the providers' waits lasts here. */
    Duration scaled(Duration wait);

    /** Runs the action once after the scaled wait; the answer is the timer's id for {@link #cancel}. */
    long after(Duration wait, Runnable action);

    void cancel(long timer);
}
