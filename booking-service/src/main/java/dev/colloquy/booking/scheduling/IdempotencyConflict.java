package dev.colloquy.booking.scheduling;

/** The same idempotency key came with another request before. */
public class IdempotencyConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
