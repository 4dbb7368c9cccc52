package dev.colloquy.simulators.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a journal entry went: a call in, a webhook or event out, or something that happened inside. */
public enum Direction {
    RECEIVED,
    SENT,
    NOTED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> of(String wireName) {
        return Arrays.stream(values())
                .filter(direction -> direction.wireName().equals(wireName))
                .findFirst();
    }
}
