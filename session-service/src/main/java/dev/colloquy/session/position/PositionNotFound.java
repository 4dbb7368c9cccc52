package dev.colloquy.session.position;

/** The tenant has no such position, or it was deleted. */
public class PositionNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
