package dev.colloquy.gateway.interview;

/** session-service does not answer, or not with what was agreed. */
public class SessionUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionUnavailable(Throwable cause) {
        super(cause);
    }
}
