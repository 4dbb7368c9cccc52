package dev.colloquy.session.parking;

/** No conversation of that id waits for a decision of this tenant. */
public class ParkedConversationNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
