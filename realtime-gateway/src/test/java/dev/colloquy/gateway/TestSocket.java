package dev.colloquy.gateway;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A candidate's client at the other end of a socket. */
public final class TestSocket implements WebSocket.Listener {

    public static final String ORIGIN = "http://localhost:8080";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final StringBuilder partial = new StringBuilder();
    private final BlockingQueue<JsonPath> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    /** Opens a socket as a page of ours does. */
    public static TestSocket open(String ticket) {
        return open(ORIGIN, "colloquy", "ticket." + ticket);
    }

    public static TestSocket open(@Nullable String origin, String protocol, String... more) {
        var client = new TestSocket();
        var builder =
                HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5)).subprotocols(protocol, more);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        client.socket = builder.buildAsync(uri(), client).join();
        return client;
    }

    /** Opens a socket as a client that comes back. */
    public static TestSocket resume(String ticket, Object lastEventId) {
        return open(ORIGIN, "colloquy", "ticket." + ticket, "resume." + lastEventId);
    }

    /** The status a refused upgrade is answered with; fails when it is not refused. */
    public static int refusal(@Nullable String origin, String protocol, String... more) {
        try {
            open(origin, protocol, more);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
        throw new AssertionError("The upgrade was permitted");
    }

    public String subprotocol() {
        return socket().getSubprotocol();
    }

    public void send(String json) {
        socket().sendText(json, true).join();
    }

    public void sendBinary(byte[] bytes) {
        socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public void close() {
        socket().sendClose(1000, "").join();
    }

    /** Breaks the connection without a close frame. */
    public void abort() {
        socket().abort();
    }

    /** The next message, which must come soon. */
    public JsonPath next() {
        try {
            var message = received.poll(8, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("No message came");
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code the server closed with, which must happen soon. */
    public int closeCode() {
        try {
            return closed.get(8, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("The socket was not closed", e);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(new JsonPath(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new UncheckedIOException(new java.io.IOException("Not open"));
        }
        return socket;
    }

    private static URI uri() {
        return URI.create("ws://localhost:" + RestAssured.port + "/realtime/socket");
    }
}
