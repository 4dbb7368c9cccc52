package dev.colloquy.gateway.room;

/** LiveKit answered with an error; {@code code} is Twirp's, such as {@code not_found}. */
public class LiveKitRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    LiveKitRefused(int status, String code) {
        super("LiveKit answered %d %s".formatted(status, code));
        this.status = status;
    }

    boolean isNotFound() {
        return status == 404;
    }

    /** The request came too late for the state its subject is in. */
    boolean isFailedPrecondition() {
        return status == 412;
    }
}
