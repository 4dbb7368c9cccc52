package dev.colloquy.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The time of day, or whatever a test says it is. */
@Singleton
public class TestClock extends Clock {

    private final AtomicReference<@Nullable Instant> set = new AtomicReference<>();

    public void set(Instant instant) {
        set.set(instant);
    }

    public void reset() {
        set.set(null);
    }

    @Override
    public Instant instant() {
        var fixed = set.get();
        return fixed == null ? Clock.systemUTC().instant() : fixed;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
