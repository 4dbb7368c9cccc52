package dev.colloquy.local.demo;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Prints each step with the time it took. */
final class Steps {

    private static final Duration POLL = Duration.ofMillis(100);

    private final PrintStream out;
    private final Clock clock;
    private final Duration patience;

    Steps(PrintStream out, Clock clock, Duration patience) {
        this.out = out;
        this.clock = clock;
        this.patience = patience;
    }

    void title(String text) {
        out.printf("%n%s%n", text);
    }

    <T> T step(String what, Supplier<T> work) {
        long start = clock.millis();
        try {
            var result = work.get();
            print("ok", start, what);
            return result;
        } catch (RuntimeException e) {
            print("FAILED", start, what);
            throw e;
        }
    }

    /** Asks again until the answer is good; for everything that happens behind the scenes. */
    <T> T await(String what, Supplier<T> ask, Predicate<T> good) {
        return step(what, () -> {
            var end = clock.instant().plus(patience);
            var answer = ask.get();
            while (!good.test(answer)) {
                if (clock.instant().isAfter(end)) {
                    throw new StepFailed("Still not after %d s: %s", patience.toSeconds(), answer);
                }
                LockSupport.parkNanos(POLL.toNanos());
                answer = ask.get();
            }
            return answer;
        });
    }

    @FormatMethod
    void check(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new StepFailed(message, values);
        }
    }

    private void print(String outcome, long start, String what) {
        var seconds = (clock.millis() - start) / 1000.0;
        out.printf(Locale.ROOT, "  %-6s %6.2f s  %s%n", outcome, seconds, what);
    }
}
