package dev.colloquy.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodGuardTest {

    private final SteppedClock clock = new SteppedClock();
    private final FloodGuard guard = new FloodGuard(clock, 20, 40);

    @Test
    void admitsABurst() {
        assertEquals(40, admitted(100));
    }

    @Test
    void admitsTheRateForLong() {
        admitted(100);
        clock.advance(500);
        assertEquals(10, admitted(100));
        clock.advance(500);
        assertEquals(10, admitted(100));
    }

    @Test
    void savesUpNoMoreThanABurst() {
        clock.advance(3_600_000);
        assertEquals(40, admitted(100));
    }

    @Test
    void isNotConfusedByAClockThatGoesBack() {
        admitted(100);
        clock.advance(-60_000);
        assertEquals(0, admitted(1));
        clock.advance(50);
        assertEquals(1, admitted(2));
    }

    private long admitted(int messages) {
        return IntStream.range(0, messages).filter(_ -> guard.admits()).count();
    }

    private static final class SteppedClock extends Clock {

        private long millis = 1_000_000;

        void advance(long by) {
            millis += by;
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
