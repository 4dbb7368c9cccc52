package dev.colloquy.booking.window;

/** Somebody came for the first time after the window had closed. */
public class WindowExpired extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
