package dev.colloquy.webhook.storage;

/** The storage does not answer, or refuses: what was to be kept there is not. */
public class StorageAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageAway(Throwable cause) {
        super(cause.toString(), cause);
    }
}
