package dev.colloquy.access;

/** The caller may not see this interview; answered like one that does not exist. */
public class NotYourInterview extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
