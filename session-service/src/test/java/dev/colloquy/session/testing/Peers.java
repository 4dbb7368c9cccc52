package dev.colloquy.session.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** webhook-service and report-service as far as this one calls them: they answer what a test has put there. */
public final class Peers implements QuarkusTestResourceLifecycleManager {

    /** What tenants' provider keys are sealed with. */
    public static final String CURRENT_KEY = "the-key-that-seals-for-tests-now";

    public static final String PREVIOUS_KEY = "the-key-that-sealed-tests-before";

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    private static final List<String> DELETED = new CopyOnWriteArrayList<>();

    private HttpServer server;

    /** From now on a GET of this path by a service is answered with this JSON. */
    public static void answer(String pathAndQuery, String json) {
        ANSWERS.put(pathAndQuery, json);
    }

    /** How often services deleted what is at this path. */
    public static long deletions(String path) {
        return DELETED.stream().filter(path::equals).count();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", Peers::serve);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.ofEntries(
                Map.entry("WEBHOOK_URL", url),
                Map.entry("REPORT_URL", url),
                Map.entry("SECRETS_KEY", CURRENT_KEY),
                Map.entry("colloquy.session.secrets.previous-key", PREVIOUS_KEY),
                Map.entry("colloquy.session.tenant.demo-data", "true"),
                Map.entry("colloquy.session.interview.transcript-wait", "2s"),
                Map.entry("colloquy.session.interview.conversation-wait", "60s"),
                Map.entry("colloquy.session.interview.recording-wait", "3s"),
                Map.entry("colloquy.session.interview.reconnect-grace", "1s"),
                Map.entry("colloquy.session.interview.no-show-grace", "1s"),
                Map.entry("colloquy.session.interview.hang-up-wait", "1s"),
                Map.entry("colloquy.session.ending.patience", "3s"),
                Map.entry("colloquy.session.linking.window", "2s"),
                Map.entry("colloquy.messaging.poll-interval", "200ms"),
                Map.entry("colloquy.messaging.backoff", "100ms"));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void serve(HttpExchange exchange) throws IOException {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (bearer != null && exchange.getRequestMethod().equals("DELETE")) {
            DELETED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        var answer = ANSWERS.get(exchange.getRequestURI().toString());
        var status = bearer == null ? 401 : answer == null ? 404 : 200;
        var body = (status == 200 ? answer : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
