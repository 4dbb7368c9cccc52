package dev.colloquy.local.stack;

/** The stack cannot run; the message tells the person at the terminal why and what to do. */
public final class StartFailed extends RuntimeException {

    public StartFailed(String message) {
        super(message);
    }
}
