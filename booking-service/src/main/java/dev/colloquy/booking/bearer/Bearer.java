package dev.colloquy.booking.bearer;

import java.time.Instant;

/** A signed token and when it stops being accepted. */
public record Bearer(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "Bearer[hidden]";
    }
}
