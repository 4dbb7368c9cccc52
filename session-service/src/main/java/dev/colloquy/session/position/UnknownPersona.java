package dev.colloquy.session.position;

/** None of the position's personas has this name. */
public class UnknownPersona extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
