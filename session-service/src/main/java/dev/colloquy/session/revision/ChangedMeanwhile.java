package dev.colloquy.session.revision;

/** The caller wants to change something that is not as he has seen it any more. */
public class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
