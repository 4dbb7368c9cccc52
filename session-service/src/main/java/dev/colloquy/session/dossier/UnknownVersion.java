package dev.colloquy.session.dossier;

/** The interview never had this final version, or it was erased. */
public class UnknownVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
