package dev.colloquy.simulators.runtime;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The machine's time. The scale shortens every wait (0.01 makes 20 s last 200 ms) but never the time of day, so that
 * signatures and time stamps stay true.
 */
public final class ScaledTime implements SimulatedTime {

    private final Vertx vertx;
    private final Clock clock;
    private final double scale;

    public ScaledTime(Vertx vertx, Clock clock, double scale) {
        this.vertx = vertx;
        this.clock = clock;
        this.scale = scale;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Duration scaled(Duration wait) {
        return Duration.ofNanos((long) (wait.toNanos() * scale));
    }

    @Override
    public long after(Duration wait, Runnable action) {
        return vertx.setTimer(Math.max(1, scaled(wait).toMillis()), _ -> action.run());
    }

    @Override
    public void cancel(long timer) {
        vertx.cancelTimer(timer);
    }
}
