package dev.colloquy.booking.joining;

import dev.colloquy.booking.bearer.Bearer;
import java.time.Instant;

/** The interviewee's bearer. */
record SessionTokenView(String sessionToken, Instant expiresAt) {

    static SessionTokenView of(Bearer bearer) {
        return new SessionTokenView(bearer.token(), bearer.expiresAt());
    }

    @Override
    public String toString() {
        return "SessionTokenView[hidden]";
    }
}
