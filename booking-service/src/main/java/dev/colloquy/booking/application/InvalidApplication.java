package dev.colloquy.booking.application;

import dev.colloquy.access.Problems.Violation;
import java.util.List;

/** An application that cannot be booked as it is. */
public class InvalidApplication extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<Violation> violations;

    InvalidApplication(List<Violation> violations) {
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
