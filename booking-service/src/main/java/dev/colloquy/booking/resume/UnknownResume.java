package dev.colloquy.booking.resume;

/** The tenant has no resume of this id. */
public class UnknownResume extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
