package dev.colloquy.session.live;

/** This replica has as many streams, of this interview or of all, as it takes. */
public class TooManyStreams extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
