package dev.colloquy.messaging;

/** What the broker made of one message. {@code reason} is empty unless something went wrong. */
record Receipt(long seq, Outcome outcome, String reason) {

    enum Outcome {
        PUBLISHED,
        /** Not acknowledged in time: stays in the outbox and is sent again. */
        UNKNOWN,
        /** Never acceptable, such as too large: sending again cannot help. */
        REFUSED
    }
}
