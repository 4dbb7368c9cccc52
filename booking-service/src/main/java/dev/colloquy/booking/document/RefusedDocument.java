package dev.colloquy.booking.document;

/** A file that is not taken, and why. */
public class RefusedDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file is not taken. */
    public enum Reason {
        MISSING,
        EMPTY,
        TOO_LARGE,
        UNSUPPORTED,
        ENCRYPTED,
        UNREADABLE
    }

    private final Reason reason;

    public RefusedDocument(Reason reason) {
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
