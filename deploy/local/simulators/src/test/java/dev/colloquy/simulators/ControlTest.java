package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.runtime.Environment;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Journal, faults, scripts, health and the environment. */
class ControlTest {

    private static RunningSimulators simulators;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of());
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    void isReady() {
        HttpResponse<String> ready = simulators.send(simulators.request("/q/health/ready"));
        assertEquals(200, ready.statusCode());
        assertEquals("UP", new JsonObject(ready.body()).getString("status"));
    }

    @Test
    void theJournalHidesTokensAndStartsWhereAsked() {
        String token = RunningSimulators.candidate("journal", "ada");
        simulators.join(token);
        List<JsonObject> entries = simulators.journal("control");
        assertFalse(entries.isEmpty());
        assertFalse(entries.toString().contains(token));
        long last = entries.getLast().getLong("sequence");
        JsonObject after = new JsonObject(simulators
                .send(simulators.request("/control/journal?since=" + last))
                .body());
        assertTrue(after.getJsonArray("entries").stream()
                .allMatch(entry -> ((JsonObject) entry).getLong("sequence") > last));
    }

    @Test
    void namesTheFieldItRefuses() {
        assertRefused("token", "POST", "/livekit/join", new JsonObject());
        assertRefused("token", "POST", "/livekit/join", new JsonObject().put("token", "no.jwt"));
        assertRefused("provider", "GET", "/journal?provider=zoom", new JsonObject());
        assertRefused("since", "GET", "/journal?since=x", new JsonObject());
        simulators.join(RunningSimulators.candidate("control", "ada"));
        JsonObject leave = new JsonObject().put("room", "control").put("identity", "ada");
        assertRefused("reason", "POST", "/livekit/leave", leave.copy().put("reason", "BORED"));
        assertRefused("identity", "POST", "/livekit/leave", leave.copy().put("identity", "eve"));
        assertEquals(200, simulators.control("POST", "/livekit/leave", leave).statusCode());
    }

    @Test
    void showsTheRooms() {
        simulators.join(RunningSimulators.candidate("shown", "ada"));
        String rooms =
                simulators.send(simulators.request("/control/livekit/rooms")).body();
        assertTrue(rooms.contains("\"identity\":\"ada\""));
    }

    @Test
    void refusesWebPagesOfOtherOrigins() {
        assertEquals(403, statusFrom("http://evil.example"));
        assertEquals(403, statusFrom("null"));
        assertEquals(200, statusFrom(simulators.url()));
        HttpResponse<String> foreign = simulators.send(simulators
                .request("/control/livekit/join")
                .header("Origin", "http://localhost:1")
                .POST(BodyPublishers.ofString("{}")));
        assertEquals(403, foreign.statusCode());
    }

    @Test
    void refusesAHostNameThatMayPointAnywhere() throws IOException {
        assertTrue(answerToHost("rebound.example").startsWith("HTTP/1.1 403"));
        assertTrue(answerToHost("127.0.0.1").startsWith("HTTP/1.1 200"));
        assertTrue(answerToHost("[::1]").startsWith("HTTP/1.1 200"));
    }

    @Test
    void listensOnThisMachineOnlyUnlessTold() {
        Map<String, String> required = RunningSimulators.environment();
        assertEquals(
                "127.0.0.1", SimulatorsConfig.from(new Environment(required)).host());
        Map<String, String> open = new HashMap<>(required);
        open.put("HOST", "0.0.0.0");
        assertEquals("0.0.0.0", SimulatorsConfig.from(new Environment(open)).host());
    }

    @Test
    void refusesToStartWithoutItsSecrets() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> SimulatorsConfig.from(new Environment(Map.of())));
        assertEquals("LIVEKIT_API_KEY is not set", refused.getMessage());
    }

    private static int statusFrom(String origin) {
        return simulators
                .send(simulators.request("/control/faults").header("Origin", origin))
                .statusCode();
    }

    private static String answerToHost(String host) throws IOException {
        URI here = URI.create(simulators.url());
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            String request = "GET /control/faults HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(String field, String method, String path, JsonObject body) {
        HttpResponse<String> refused = simulators.control(method, path, body);
        assertTrue(refused.statusCode() == 400 || refused.statusCode() == 404, refused.body());
        JsonObject problem = new JsonObject(refused.body());
        assertEquals(field, problem.getJsonArray("violations").getJsonObject(0).getString("field"));
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("Content-Type").orElseThrow());
    }
}
