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

    /** Whether the room is not gone without it. The others are for a better end and are not worth a delay of it. */
    boolean isNeeded() {
        return this == REMOVE_CANDIDATE || this == DELETE_ROOM;
    }

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
