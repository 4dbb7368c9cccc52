package dev.colloquy.gateway.call;

/**
 * This replica has placed a call and is to follow it.
 *
 * @param session what was agreed with the provider
 */
public record CallPlaced(FollowedCall call, SessionConfig session) {}
