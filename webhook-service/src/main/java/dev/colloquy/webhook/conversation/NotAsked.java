package dev.colloquy.webhook.conversation;

/** Not everybody could be asked who may know, and nobody else knew. The message says why, for operators. */
public class NotAsked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAsked(String why) {
        super(why);
    }
}
