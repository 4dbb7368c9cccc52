package dev.colloquy.messaging.dead;

/** Why nothing was done about a dead message. */
final class DeadMessageRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    enum Ground {
        UNKNOWN,
        /** Replayed or discarded before. */
        NOT_DEAD,
        /** A letter that the outbox cannot carry: of unknown topic, or with a key or a value that is not text. */
        NOT_REPLAYABLE
    }

    private final Ground ground;

    DeadMessageRefusal(Ground ground) {
        super(ground.name());
        this.ground = ground;
    }

    Ground ground() {
        return ground;
    }
}
