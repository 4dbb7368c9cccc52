package dev.colloquy.session.position;

/** No position was named, and the tenant has no default one. */
public class NoDefaultPosition extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
