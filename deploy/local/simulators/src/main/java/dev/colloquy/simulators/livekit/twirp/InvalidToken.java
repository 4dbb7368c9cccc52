package dev.colloquy.simulators.livekit.twirp;

/** An access token the server does not accept, whatever it grants. */
public final class InvalidToken extends RuntimeException {

    InvalidToken(String reason) {
        super(reason);
    }

    InvalidToken(String reason, Throwable cause) {
        super(reason, cause);
    }
}
