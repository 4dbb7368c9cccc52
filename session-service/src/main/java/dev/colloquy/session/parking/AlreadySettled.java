package dev.colloquy.session.parking;

/** The conversation has its interview. */
public class AlreadySettled extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
