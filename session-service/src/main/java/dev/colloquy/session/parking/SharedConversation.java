package dev.colloquy.session.parking;

/** Sessions of other tenants fit the conversation, too. */
public class SharedConversation extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
