package dev.colloquy.gateway.interview;

/** No interview has this id. */
public class InterviewNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
