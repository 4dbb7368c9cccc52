package dev.colloquy.local.stack;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the person in front of the terminal reads: one line per fact, with the seconds since the start. */
final class Console {

    private final PrintStream out;
    private final Clock clock;
    private final Instant start;

    Console(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    void say(String line) {
        var passed = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.printf("%6.1f s  %s%n", passed, line);
        out.flush();
    }

    void show(String block) {
        out.println(block);
        out.flush();
    }
}
