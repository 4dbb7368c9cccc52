package dev.colloquy.booking.link;

/** No booking has this link. */
public class UnknownLink extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
