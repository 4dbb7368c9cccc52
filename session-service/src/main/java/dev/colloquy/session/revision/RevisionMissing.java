package dev.colloquy.session.revision;

/** A change without {@code If-Match}. */
public class RevisionMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
