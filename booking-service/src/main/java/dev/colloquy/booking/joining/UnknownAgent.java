package dev.colloquy.booking.joining;

/** The client asks for an agent that is not the configured one. */
public class UnknownAgent extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
