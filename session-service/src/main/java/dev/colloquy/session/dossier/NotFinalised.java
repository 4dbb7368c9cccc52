package dev.colloquy.session.dossier;

/** The interview is not over, or something that an evaluation needs is still awaited. */
public class NotFinalised extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
