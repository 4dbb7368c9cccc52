package dev.colloquy.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers GET conversation by the first word of the id, to those who show the key. */
public class FakeElevenLabs implements QuarkusTestResourceLifecycleManager {

    private static final String KEY = "a-key-of-elevenlabs";
    private static final String PATH = "/v1/convai/conversations/";

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    /** {@code done}, {@code failed}, {@code slow} (done when asked again), {@code unknown} or {@code down}. */
    public static String conversation(String word) {
        return word + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::answer);
        server.start();
        return Map.of(
                "ELEVENLABS_URL", "http://127.0.0.1:" + server.getAddress().getPort(), "ELEVENLABS_API_KEY", KEY);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var id = http.getRequestURI().getPath().substring(PATH.length());
            if (!KEY.equals(http.getRequestHeaders().getFirst("xi-api-key"))) {
                http.sendResponseHeaders(401, -1);
            } else {
                answer(http, id);
            }
        }
    }

    private void answer(HttpExchange http, String id) throws IOException {
        var word = id.substring(0, id.indexOf('_'));
        switch (word) {
            case "unknown" -> http.sendResponseHeaders(404, -1);
            case "down" -> http.sendResponseHeaders(503, -1);
            case "slow" -> send(http, id, asked.add(id) ? "processing" : "done");
            default -> send(http, id, word);
        }
    }

    private static void send(HttpExchange http, String id, String status) throws IOException {
        var body = """
                {"agent_id":"agent_1","conversation_id":"%s","status":"%s",
                "transcript":[{"role":"user","message":"I would shard it.","time_in_call_secs":3}],
                "metadata":{"start_time_unix_secs":1800000000,"call_duration_secs":60}}""".formatted(id, status);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(200, body.getBytes(UTF_8).length);
        http.getResponseBody().write(body.getBytes(UTF_8));
    }
}
