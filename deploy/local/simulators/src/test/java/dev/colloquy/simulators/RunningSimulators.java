package dev.colloquy.simulators;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.simulators.runtime.Environment;
import dev.colloquy.simulators.runtime.ScaledTime;
import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simulators on a free port, with every wait fifty times shorter, and the calls tests make to them. */
final class RunningSimulators implements AutoCloseable {

    static final String LIVEKIT_KEY = "devkey";
    static final String LIVEKIT_SECRET = "a-livekit-secret-of-at-least-32-characters";
    static final String OPENAI_KEY = "openai-key-of-the-test";
    static final String ELEVENLABS_KEY = "elevenlabs-key-of-the-test";
    static final String ELEVENLABS_SECRET = "elevenlabs-webhook-secret";

    /** Longer than any test moves the time. */
    private static final Duration TOKEN_LIFE = Duration.ofDays(3);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final SimulatorServer server;

    private RunningSimulators(SimulatorServer server) {
        this.server = server;
    }

    static Map<String, String> environment() {
        return Map.of(
                "PORT", "0",
                "SIMULATE_TIME_SCALE", "0.02",
                "LIVEKIT_API_KEY", LIVEKIT_KEY,
                "LIVEKIT_API_SECRET", LIVEKIT_SECRET,
                "OPENAI_API_KEY", OPENAI_KEY,
                "OPENAI_MEDIA", "none",
                "ELEVENLABS_API_KEY", ELEVENLABS_KEY,
                "ELEVENLABS_WEBHOOK_SECRET", ELEVENLABS_SECRET);
    }

    static RunningSimulators start(Map<String, String> more) {
        return start(more, Clock.systemUTC());
    }

    static RunningSimulators start(Map<String, String> more, Clock clock) {
        SimulatorsConfig config = config(more);
        return start(new SimulatorServer(config, vertx -> new ScaledTime(vertx, clock, config.timeScale())));
    }

    /** In a time that the test moves. */
    static RunningSimulators start(Map<String, String> more, VirtualTime time) {
        return start(new SimulatorServer(config(more), time::on));
    }

    private static SimulatorsConfig config(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(more);
        return SimulatorsConfig.from(new Environment(environment));
    }

    private static RunningSimulators start(SimulatorServer server) {
        RunningSimulators running = new RunningSimulators(server);
        running.vertx
                .deployVerticle(server)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return running;
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    HttpClient http() {
        return http;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    HttpResponse<String> control(String method, String path, JsonObject body) {
        return send(request("/control" + path).method(method, BodyPublishers.ofString(body.encode())));
    }

    JsonObject control(String path, JsonObject body) {
        return new JsonObject(control("POST", path, body).body());
    }

    void arm(String point, String fault, Map<String, Object> more) {
        JsonObject order =
                new JsonObject(new HashMap<>(more)).put("point", point).put("fault", fault);
        HttpResponse<String> armed = control("POST", "/faults", order);
        if (armed.statusCode() != 201) {
            throw new AssertionError(armed.body());
        }
    }

    JsonObject join(String token) {
        return control("/livekit/join", new JsonObject().put("token", token));
    }

    /** Joins without a microphone: no events about tracks. */
    JsonObject joinSilently(String token) {
        return control("/livekit/join", new JsonObject().put("token", token).put("publishes", false));
    }

    List<JsonObject> journal(String provider) {
        String body = send(request("/control/journal?provider=" + provider)).body();
        return new JsonObject(body)
                .getJsonArray("entries").stream().map(JsonObject.class::cast).toList();
    }

    /** How many webhooks LiveKit has sent and got an answer to, or found nobody: what follows from it is arranged by then. */
    int attempts() {
        String sent = send(request("/control/journal?provider=livekit&direction=sent&what=webhook"))
                .body();
        return new JsonObject(sent).getJsonArray("entries").size();
    }

    RoomServiceClient rooms() {
        return RoomServiceClient.createClient(url(), LIVEKIT_KEY, LIVEKIT_SECRET);
    }

    AgentDispatchServiceClient dispatches() {
        return AgentDispatchServiceClient.createClient(url(), LIVEKIT_KEY, LIVEKIT_SECRET);
    }

    EgressServiceClient egress() {
        return EgressServiceClient.createClient(url(), LIVEKIT_KEY, LIVEKIT_SECRET);
    }

    /** A call of LiveKit's API in JSON, by a token with these grants. */
    HttpResponse<String> twirp(String method, Map<String, ?> grants, JsonObject body) {
        return send(request("/twirp/livekit." + method)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token(grants, Map.of()))
                .POST(BodyPublishers.ofString(body.encode())));
    }

    JsonObject leave(String room, String identity, String reason) {
        return control(
                "/livekit/leave",
                new JsonObject().put("room", room).put("identity", identity).put("reason", reason));
    }

    static String token(Map<String, ?> video, Map<String, ?> more) {
        var token = JWT.create()
                .withIssuer(LIVEKIT_KEY)
                .withExpiresAt(Instant.now().plus(TOKEN_LIFE))
                .withClaim("video", video);
        more.forEach((name, value) -> {
            if (value instanceof Map<?, ?> map) {
                token.withClaim(name, JsonObject.mapFrom(map).getMap());
            } else {
                token.withClaim(name, String.valueOf(value));
            }
        });
        return token.sign(Algorithm.HMAC256(LIVEKIT_SECRET));
    }

    static String candidate(String room, String identity) {
        return token(Map.of("roomJoin", true, "room", room), Map.of("sub", identity));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
