package dev.colloquy.booking.joining;

/** Session-service did not answer the admission, so nobody was let in. */
public class SessionUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionUnavailable(Throwable cause) {
        super(cause);
    }
}
