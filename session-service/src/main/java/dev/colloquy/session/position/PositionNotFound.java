package dev.colloquy.session.position;

/** The tenant has no such position. */
public class PositionNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
