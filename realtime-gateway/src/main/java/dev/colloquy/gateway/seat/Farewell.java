package dev.colloquy.gateway.seat;

import io.quarkus.websockets.next.CloseReason;
import java.util.Locale;

/** Why the server closes a socket, and the code the client sees. */
public enum Farewell {
    SESSION_ENDED(1000),
    CLOSED_BY_OPERATOR(1000),
    PROTOCOL_ERROR(1002),
    UNSUPPORTED_DATA(1003),
    BAD_TEXT(1007),
    FLOOD(1008),
    TOO_LONG(1009),
    FAILED(1011),
    RESTART(1012),
    REVOKED(4401),
    SEAT_TAKEN(4409),
    /** Nothing came after a ping. */
    PING_TIMEOUT(Connection.NO_CODE),
    SLOW_CONSUMER(Connection.NO_CODE);

    private final int code;

    Farewell(int code) {
        this.code = code;
    }

    /** Whether the candidate is missed: neither is the interview over for him, nor does he sit elsewhere. */
    boolean isLoss() {
        return this != SESSION_ENDED && this != SEAT_TAKEN && this != REVOKED;
    }

    int code() {
        return code;
    }

    /** Whether the connection is ended without a close frame. */
    boolean isCut() {
        return code == Connection.NO_CODE;
    }

    /** Of a client that sends too much, or frames that are none. */
    static Farewell ofBreach(int code) {
        return switch (code) {
            case 1007 -> BAD_TEXT;
            case 1008 -> FLOOD;
            case 1009 -> TOO_LONG;
            default -> PROTOCOL_ERROR;
        };
    }

    /** Whether the client broke the rules, and is given no time to say goodbye. */
    boolean isRebuke() {
        return switch (this) {
            case PROTOCOL_ERROR, UNSUPPORTED_DATA, BAD_TEXT, FLOOD, TOO_LONG -> true;
            default -> false;
        };
    }

    CloseReason closeReason() {
        return new CloseReason(code, reason());
    }

    /** The word for it in close frames, rows and counters. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
