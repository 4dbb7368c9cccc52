package dev.colloquy.booking.application;

import dev.colloquy.access.Problems.Violation;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a request, field by field. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();

    void add(String field, String message) {
        found.add(Violation.of(field, message));
    }

    /** @throws InvalidApplication with all of them, if there are any */
    void refuseAny() {
        if (!found.isEmpty()) {
            throw new InvalidApplication(found);
        }
    }
}
