package dev.colloquy.webhook.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when it is told to, forwards or backwards, and knows how often it was looked at. */
public final class SettableClock extends Clock {

    private volatile Instant now;
    private int looks;

    public SettableClock(Instant now) {
        this.now = now;
    }

    void set(Instant to) {
        now = to;
    }

    public void jump(Duration by) {
        now = now.plus(by);
    }

    int looks() {
        return looks;
    }

    @Override
    public Instant instant() {
        looks++;
        return now;
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
