package dev.colloquy.session.position;

/** The tenant's default position stays, and stays the default, until another one takes its place. */
public class DefaultNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
