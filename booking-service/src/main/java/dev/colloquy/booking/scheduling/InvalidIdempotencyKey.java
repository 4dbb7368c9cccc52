package dev.colloquy.booking.scheduling;

/** An idempotency key that is too short to be a secret, or too long. */
public class InvalidIdempotencyKey extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
