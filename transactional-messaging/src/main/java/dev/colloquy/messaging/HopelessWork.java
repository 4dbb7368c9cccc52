package dev.colloquy.messaging;

/** Thrown by a {@link Worker} when trying again cannot help; the work is dead with this reason. */
public class HopelessWork extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HopelessWork(String reason) {
        super(reason);
    }
}
