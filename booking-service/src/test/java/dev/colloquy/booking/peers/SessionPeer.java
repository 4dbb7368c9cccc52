package dev.colloquy.booking.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Session-service as far as it is asked for admission. */
public final class SessionPeer {

    private final HttpServer server;
    private final Map<String, JsonObject> admissions = new ConcurrentHashMap<>();
    private final Map<String, String> bearers = new ConcurrentHashMap<>();
    private volatile String answer = "{\"live\":true,\"status\":\"scheduled\"}";
    private volatile int status = 200;

    SessionPeer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/interviews/", this::admit);
        server.start();
    }

    /** Admits whoever comes. */
    public void live() {
        answer = "{\"live\":true,\"status\":\"scheduled\"}";
        status = 200;
    }

    /** Says that every interview is over. */
    public void ended() {
        answer = "{\"live\":false,\"status\":\"completed\",\"endedAt\":\"2027-01-01T00:00:00Z\"}";
        status = 200;
    }

    public void answersOnly(int status) {
        this.status = status;
    }

    /** What it was told of the interview's candidate. */
    public JsonObject admission(String interviewId) {
        return admissions.get(interviewId);
    }

    /** The credential that came with it. */
    public String bearer(String interviewId) {
        return bearers.get(interviewId);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void admit(HttpExchange exchange) throws IOException {
        var interview = exchange.getRequestURI().getPath().split("/")[3];
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        admissions.put(interview, new JsonObject(body));
        bearers.put(interview, exchange.getRequestHeaders().getFirst("Authorization"));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
