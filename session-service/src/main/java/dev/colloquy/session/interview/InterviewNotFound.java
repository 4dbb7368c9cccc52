package dev.colloquy.session.interview;

/** There is no such interview among those the caller may see. */
public class InterviewNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
