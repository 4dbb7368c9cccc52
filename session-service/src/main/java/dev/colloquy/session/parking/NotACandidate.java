package dev.colloquy.session.parking;

/** The interview that was chosen is none of those that fit. */
public class NotACandidate extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
