package dev.colloquy.local.demo;

import com.google.errorprone.annotations.FormatMethod;

/** A step did not do what it should; the message says what happened instead. */
public final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @FormatMethod
    StepFailed(String message, Object... values) {
        super(message.formatted(values));
    }
}
