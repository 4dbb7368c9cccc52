package dev.colloquy.session.linking;

import java.util.UUID;

/** A conversation to link; the {@code last} attempt ends in an interview of its own. */
record LinkJob(String conversationId, UUID deliveryId, boolean last) {

    static final String QUEUE = "link-conversation";
}
