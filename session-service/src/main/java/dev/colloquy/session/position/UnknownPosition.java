package dev.colloquy.session.position;

/** A request names a position that the tenant does not have. */
public class UnknownPosition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field of the request, as its caller wrote it */
    public UnknownPosition(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }
}
