package dev.colloquy.local.demo;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The candidate's side of the realtime socket. */
final class InterviewSocket implements WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    InterviewSocket(HttpClient http, String url, String origin, String ticket) {
        this.socket = http.newWebSocketBuilder()
                .subprotocols("colloquy", "ticket." + ticket)
                .header("Origin", origin)
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create(url), this)
                .join();
    }

    void send(JsonObject message) {
        socket.sendText(message.encode(), true).join();
    }

    /** The next message of this type; others that come before it are passed over. */
    JsonObject next(String type) {
        try {
            for (var message = poll(); message != null; message = poll()) {
                if (type.equals(message.getString("type"))) {
                    return message;
                }
                if ("error".equals(message.getString("type"))) {
                    throw new StepFailed("The socket answered %s", message);
                }
            }
            throw new StepFailed("No %s came in %d s", type, PATIENCE.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("Interrupted while waiting for %s", type);
        }
    }

    int closeCode() {
        try {
            return closed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StepFailed("The socket was not closed: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("Interrupted while waiting for the close");
        }
    }

    private JsonObject poll() throws InterruptedException {
        return received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(new JsonObject(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
