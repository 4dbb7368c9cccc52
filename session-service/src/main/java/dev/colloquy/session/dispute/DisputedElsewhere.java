package dev.colloquy.session.dispute;

/** The entry in dispute is none of this interview's. */
public class DisputedElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
