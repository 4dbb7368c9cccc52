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

/**
 * Answers GET conversation by the first word of the id, and lists what was begun by {@code PUT} of {@code /begun/<id>}, to
 * those who show the key of the account. Is session-service, too, when it is asked for a tenant's key.
 */
public class FakeElevenLabs implements QuarkusTestResourceLifecycleManager {

    /** The installation's. */
    public static final String KEY = "a-key-of-elevenlabs";

    public static final String KEY_OF_OWNER = "a-key-of-a-tenant";
    public static final String REVOKED_KEY = "a-revoked-key";

    private static final String PATH = "/v1/convai/conversations";

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final FakeConversations conversations = new FakeConversations();
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
        server.createContext(FakeConversations.CONTROL, conversations::begin);
        server.createContext("/internal/tenants/", FakeElevenLabs::key);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("ELEVENLABS_URL", url, "ELEVENLABS_API_KEY", KEY, "SESSION_URL", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var key = http.getRequestHeaders().getFirst("xi-api-key");
            var path = http.getRequestURI().getPath();
            if (!Set.of(KEY, KEY_OF_OWNER).contains(key)) {
                http.sendResponseHeaders(401, -1);
            } else if (path.equals(PATH)) {
                send(http, conversations.list(key, http.getRequestURI()));
            } else {
                answer(http, path.substring(PATH.length() + 1), key);
            }
        }
    }

    private void answer(HttpExchange http, String id, String key) throws IOException {
        var word = conversations.isOf(key, id) ? id.substring(0, id.indexOf('_')) : "unknown";
        switch (word) {
            case "unknown" -> http.sendResponseHeaders(404, -1);
            case "down" -> http.sendResponseHeaders(503, -1);
            case "slow" -> send(http, conversations.body(id, asked.add(id) ? "processing" : "done"));
            default -> send(http, conversations.body(id, word));
        }
    }

    /** By the tenant's name: {@code owner} and {@code revoked} have a key, the others none. */
    private static void key(HttpExchange http) throws IOException {
        try (http) {
            var bearer = http.getRequestHeaders().getFirst("Authorization");
            switch (http.getRequestURI().getPath().split("/")[3]) {
                case String _ when bearer == null -> http.sendResponseHeaders(401, -1);
                case "owner" -> send(http, "{\"key\":\"%s\",\"secret\":null}".formatted(KEY_OF_OWNER));
                case "revoked" -> send(http, "{\"key\":\"%s\"}".formatted(REVOKED_KEY));
                case "away" -> http.sendResponseHeaders(503, -1);
                default -> http.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange http, String body) throws IOException {
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(200, body.getBytes(UTF_8).length);
        http.getResponseBody().write(body.getBytes(UTF_8));
    }
}
