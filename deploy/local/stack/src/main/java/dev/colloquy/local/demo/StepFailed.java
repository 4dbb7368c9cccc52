package dev.colloquy.local.demo;


/** A step did not do what it should; the message says what happened instead. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepFailed(String message, Object... values) {
        super(message.formatted(values));
    }
}
