package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client at the realtime socket: the sideband of a call, or a session of its own. */
final class RealtimeClient implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private final List<JsonObject> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private WebSocket socket;

    private RealtimeClient() {}

    static RealtimeClient sideband(RunningSimulators simulators, String callId) {
        return open(simulators, "?call_id=" + callId, RunningSimulators.OPENAI_KEY);
    }

    /** A session that begins with what is asked of it. */
    static RealtimeClient session(RunningSimulators simulators, JsonObject session) {
        RealtimeClient client = open(simulators, "?model=gpt-realtime-2.1", RunningSimulators.OPENAI_KEY);
        client.update(session);
        return client;
    }

    /** Fails with what the server answers instead of opening the socket. */
    static RealtimeClient open(RunningSimulators simulators, String query, String key) {
        RealtimeClient client = new RealtimeClient();
        client.socket = simulators
                .http()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + key)
                .buildAsync(URI.create(simulators.url().replace("http", "ws") + "/v1/realtime" + query), client)
                .join();
        return client;
    }

    void send(String type) {
        send(new JsonObject().put("type", type));
    }

    void send(JsonObject event) {
        socket.sendText(event.encode(), true).join();
    }

    /** Changes the session and waits until it is changed. */
    JsonObject update(JsonObject session) {
        int before = of("session.updated").size();
        send(new JsonObject()
                .put("type", "session.update")
                .put("session", session.copy().put("type", "realtime")));
        return next("session.updated", before + 1).getJsonObject("session");
    }

    /** What is refused, and with which error. */
    JsonObject refused(JsonObject event) {
        int before = of("error").size();
        send(event);
        return next("error", before + 1).getJsonObject("error");
    }

    List<JsonObject> events() {
        return List.copyOf(events);
    }

    List<String> types() {
        return events.stream().map(event -> event.getString("type")).toList();
    }

    List<JsonObject> of(String type) {
        return events.stream()
                .filter(event -> event.getString("type").equals(type))
                .toList();
    }

    JsonObject next(String type) {
        return next(type, 1);
    }

    /** The n-th event of this type, once it has come. */
    JsonObject next(String type, int nth) {
        return await(nth + ". " + type)
                .atMost(ofSeconds(30))
                .until(() -> of(type), found -> found.size() >= nth)
                .get(nth - 1);
    }

    /** Has everything the server had to say before it answers this. */
    void catchUp() {
        refused(new JsonObject().put("type", "conversation.item.retrieve").put("item_id", "item_unknown"));
    }

    void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** How the socket has ended: the code and the reason, or {@code cut off} where no farewell came. */
    String end() {
        await().atMost(ofSeconds(30)).until(end::isDone);
        return end.join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
        text.append(piece);
        if (last) {
            events.add(new JsonObject(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end.complete(code == 1006 ? "cut off" : (code + " " + reason).strip());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end.complete("cut off");
    }
}
