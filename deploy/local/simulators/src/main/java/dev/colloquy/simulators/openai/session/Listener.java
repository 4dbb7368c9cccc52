package dev.colloquy.simulators.openai.session;

import io.vertx.core.json.JsonObject;

/** Who hears the events of a session: a socket, a data channel. */
public interface Listener {

    void send(JsonObject event);

    /** What it says, in the words of the current interface. */
    default JsonObject understood(JsonObject event) {
        return event;
    }

    void close(short code, String reason);

    /** The line to it breaks: it is told nothing, not even that this was the end. */
    void cutOff();
}
