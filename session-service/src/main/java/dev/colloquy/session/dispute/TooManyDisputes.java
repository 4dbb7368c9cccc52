package dev.colloquy.session.dispute;

/** The candidate has noted as much as is kept. */
public class TooManyDisputes extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
