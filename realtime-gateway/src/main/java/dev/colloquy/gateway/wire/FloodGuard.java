package dev.colloquy.gateway.wire;

import java.time.Clock;

/** A token bucket: a burst at once, a steady rate for long. Belongs to one connection's event loop. */
public final class FloodGuard {

    private final Clock clock;
    private final double perMilli;
    private final double burst;
    private double tokens;
    private long filledAt;

    public FloodGuard(Clock clock, int perSecond, int burst) {
        this.clock = clock;
        this.perMilli = perSecond / 1000.0;
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = clock.millis();
    }

    /** Whether one more message is within bounds. */
    boolean admits() {
        var now = clock.millis();
        tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) * perMilli);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
