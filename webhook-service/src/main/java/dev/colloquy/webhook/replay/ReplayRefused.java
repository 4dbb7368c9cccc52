package dev.colloquy.webhook.replay;

/** Why a delivery was not replayed. */
public class ReplayRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Ground {
        UNKNOWN,
        /** It is to be processed already: by a replay, or for the first time. */
        WAITING,
        /** Another body came first under its key, and counts. */
        IN_CONFLICT
    }

    private final Ground ground;

    ReplayRefused(Ground ground) {
        super(ground.name());
        this.ground = ground;
    }

    public Ground ground() {
        return ground;
    }
}
