package dev.colloquy.simulators.openai.session;

import io.vertx.core.json.JsonObject;

/** A part of a response of which clients may have been told that it has begun: then they must be told that it ends. */
final class Opening {

    private boolean told;

    /** The event that tells of the beginning. */
    JsonObject by(JsonObject event) {
        told = true;
        return event;
    }

    boolean isTold() {
        return told;
    }
}
