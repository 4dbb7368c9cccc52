package dev.colloquy.gateway.peers;

import static org.awaitility.Awaitility.await;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The provider's end of the sidebands of one call: says what a test wants, and hears what is said to it. */
public final class PeerSideband {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private volatile ServerWebSocket socket;

    void opened(ServerWebSocket opened, String authorization) {
        credentials.add(authorization);
        opened.textMessageHandler(heard::add);
        socket = opened;
    }

    /** How often somebody began to follow the call. */
    public int openings() {
        return credentials.size();
    }

    public List<String> credentials() {
        return List.copyOf(credentials);
    }

    public void say(String event) {
        await().until(() -> socket != null && !socket.isClosed());
        socket.writeTextMessage(event).toCompletionStage().toCompletableFuture().join();
    }

    /** What was said to it, of a type. */
    public List<JsonObject> heard(String type) {
        return heard.stream()
                .map(JsonObject::new)
                .filter(event -> event.getString("type").equals(type))
                .toList();
    }

    public void close(short code) {
        var open = socket;
        if (open != null && !open.isClosed()) {
            open.close(code, "");
        }
    }
}
