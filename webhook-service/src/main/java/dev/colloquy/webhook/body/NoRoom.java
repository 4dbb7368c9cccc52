package dev.colloquy.webhook.body;

/** A body cannot be taken in now: too many large ones are on their way, or the disk is full. */
public class NoRoom extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRoom(String reason) {
        super(reason);
    }
}
