package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.InterviewId;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** One question about what is owed, the first when {@code number} is 1. Every question is work of its own. */
record Question(InterviewId interview, int generation, int number) {

    private static final int MOST_DOUBLINGS = 20;

    static Question first(InterviewId interview, int generation) {
        return new Question(interview, generation, 1);
    }

    Question next() {
        return new Question(interview, generation, number + 1);
    }

    String key() {
        return interview + "/" + generation + "/" + number;
    }

    /** Twice the first wait after the first question, doubled after each further one; a fifth more or less, by chance. */
    Duration waitAfter(Duration first, Duration longest, RandomGenerator random) {
        var doubled = first.multipliedBy(1L << Math.min(number, MOST_DOUBLINGS));
        var wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofMillis(Math.round(wait.toMillis() * random.nextDouble(0.8, 1.2)));
    }
}
