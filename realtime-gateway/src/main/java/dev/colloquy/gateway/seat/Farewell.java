package dev.colloquy.gateway.seat;

import io.quarkus.websockets.next.CloseReason;
import java.util.Locale;

/** Why the server closes a socket, and the code the client sees. */
public enum Farewell {
    SESSION_ENDED(1000),
    CLOSED_BY_OPERATOR(1000),
    UNSUPPORTED_DATA(1003),
    FLOOD(1008),
    TOO_LONG(1009),
    FAILED(1011),
    RESTART(1012),
    SEAT_TAKEN(4409);

    private final int code;

    Farewell(int code) {
        this.code = code;
    }

    /** Whether the candidate is missed: neither has the interview ended, nor does he sit elsewhere. */
    boolean isLoss() {
        return this != SESSION_ENDED && this != SEAT_TAKEN;
    }

    CloseReason closeReason() {
        return new CloseReason(code, reason());
    }

    /** The word for it in close frames, rows and counters. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
