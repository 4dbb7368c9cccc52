package dev.colloquy.messaging;

/** What the broker made of one message. {@code reason} is empty unless something went wrong. */
record Receipt(OutboxMessage message, Outcome outcome, String reason) {

    enum Outcome {
        PUBLISHED,
        /** Not acknowledged in time, or held back behind such a one: stays in the outbox and is sent again. */
        UNKNOWN,
        /** Never acceptable, such as too large: sending again cannot help. */
        REFUSED
    }

    boolean is(Outcome expected) {
        return outcome == expected;
    }
}
