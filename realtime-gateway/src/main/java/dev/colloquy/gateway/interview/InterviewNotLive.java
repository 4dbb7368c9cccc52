package dev.colloquy.gateway.interview;

/** The interview has not been admitted, or is over. */
public class InterviewNotLive extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
