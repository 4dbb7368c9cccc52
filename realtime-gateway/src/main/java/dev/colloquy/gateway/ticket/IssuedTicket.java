package dev.colloquy.gateway.ticket;

import java.time.Instant;

/** A fresh ticket, the only time its secret is seen. */
record IssuedTicket(String secret, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedTicket";
    }
}
