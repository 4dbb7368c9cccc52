package dev.colloquy.gateway.ending;

/** The steps that end a room, in their order. Each can be repeated. */
enum TeardownStep {
    /** The agent is told. */
    SIGNAL,
    /** The agent leaves by itself, or its time is up. */
    GRACE,
    /** The recording is closed; LiveKit finishes the file. */
    STOP_EGRESS,
    REMOVE_CANDIDATE,
    DELETE_ROOM,
    DONE;

    TeardownStep next() {
        return switch (this) {
            case SIGNAL -> GRACE;
            case GRACE -> STOP_EGRESS;
            case STOP_EGRESS -> REMOVE_CANDIDATE;
            case REMOVE_CANDIDATE -> DELETE_ROOM;
            case DELETE_ROOM, DONE -> DONE;
        };
    }
}
