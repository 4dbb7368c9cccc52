package dev.colloquy.booking.joining;

import dev.colloquy.events.InterviewId;

/** Session-service will not hold this interview as things are set up, such as without a position. */
public class AdmissionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AdmissionRefused(InterviewId interview, int status, Throwable cause) {
        super("Session-service refused the admission with %d interviewId=%s".formatted(status, interview), cause);
    }
}
