package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.peer.CallPeer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One realtime call: its session, its peer and the sidebands that listen. */
final class Call {

    /** A listening server connection. */
    interface Sideband {
        void send(JsonObject event);

        void close(short code, String reason);
    }

    private final String id;
    private final JsonObject session;
    private final CallPeer peer;
    private final Set<Sideband> sidebands = new LinkedHashSet<>();

    Call(String id, JsonObject session, CallPeer peer) {
        this.id = id;
        this.session = session;
        this.peer = peer;
    }

    String id() {
        return id;
    }

    JsonObject session() {
        return session.copy();
    }

    CallPeer peer() {
        return peer;
    }

    void update(JsonObject changes) {
        session.mergeIn(changes, true);
    }

    boolean transcribesTheCandidate() {
        return session.getJsonObject("audio").getJsonObject("input").getValue("transcription") instanceof JsonObject;
    }

    /** The tool by which the model may end the interview, if the session has one. */
    Optional<String> endingTool() {
        return session.getJsonArray("tools", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(tool -> tool.getString("name", ""))
                .filter(name -> name.startsWith("end_"))
                .findFirst();
    }

    void attach(Sideband sideband) {
        sidebands.add(sideband);
    }

    void detach(Sideband sideband) {
        sidebands.remove(sideband);
    }

    void toAll(Consumer<Sideband> action) {
        Set.copyOf(sidebands).forEach(action);
    }
}
