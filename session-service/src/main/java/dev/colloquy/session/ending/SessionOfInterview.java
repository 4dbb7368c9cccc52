package dev.colloquy.session.ending;

/** The client's id of a practice session is the id of an interview, which only its own candidate may name. */
public class SessionOfInterview extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
