package dev.colloquy.simulators.openai.access;

import java.time.Duration;
import java.time.Instant;

/** So many of something a minute, refilled steadily; what is spent comes back with time. */
final class Allowance {

    private static final double SECONDS = 60;

    private final int limit;
    private double left;
    private Instant counted;

    Allowance(int limit, Instant now) {
        this.limit = limit;
        this.left = limit;
        this.counted = now;
    }

    int limit() {
        return limit;
    }

    int left(Instant now) {
        refill(now);
        return (int) left;
    }

    boolean covers(int amount, Instant now) {
        return left(now) >= amount;
    }

    void spend(int amount, Instant now) {
        refill(now);
        left -= amount;
    }

    /** How long until this much is there. */
    Duration until(int amount, Instant now) {
        refill(now);
        return Duration.ofMillis((long) Math.ceil(Math.max(0, amount - left) * SECONDS * 1000 / limit));
    }

    private void refill(Instant now) {
        double seconds = Math.max(0, Duration.between(counted, now).toMillis()) / 1000.0;
        left = Math.min(limit, left + seconds * limit / SECONDS);
        counted = now;
    }
}
