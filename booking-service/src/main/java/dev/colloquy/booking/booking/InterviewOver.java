package dev.colloquy.booking.booking;

import dev.colloquy.events.InterviewId;

/** The interview has ended; there are results instead. */
public class InterviewOver extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient InterviewId interview;

    public InterviewOver(InterviewId interview) {
        this.interview = interview;
    }

    public InterviewId interview() {
        return interview;
    }
}
