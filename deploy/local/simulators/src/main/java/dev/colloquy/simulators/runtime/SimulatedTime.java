package dev.colloquy.simulators.runtime;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock and the timers of the simulators. The scale shortens every wait (0.01 makes 20 s last 200 ms) but never the
 * time of day, so that signatures and time stamps stay true.
 */
public final class SimulatedTime {

    private final Vertx vertx;
    private final Clock clock;
    private final double scale;

    public SimulatedTime(Vertx vertx, Clock clock, double scale) {
        this.vertx = vertx;
        this.clock = clock;
        this.scale = scale;
    }

    public Instant now() {
        return clock.instant();
    }

    public long nowNanos() {
        Instant now = now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    public Duration scaled(Duration wait) {
        return Duration.ofNanos((long) (wait.toNanos() * scale));
    }

    /** Runs the action once after the scaled wait; the answer is the timer's id for {@link #cancel}. */
    public long after(Duration wait, Runnable action) {
        return vertx.setTimer(Math.max(1, scaled(wait).toMillis()), _ -> action.run());
    }

    public void cancel(long timer) {
        vertx.cancelTimer(timer);
    }
}
