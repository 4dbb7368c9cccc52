package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.runtime.Environment;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
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
    void showsTheScriptAndTheRooms() {
        JsonObject scripts = new JsonObject(
                simulators.send(simulators.request("/control/scripts")).body());
        assertEquals(
                8,
                scripts.getJsonArray("scripts")
                        .getJsonObject(0)
                        .getJsonArray("turns")
                        .size());
        simulators.join(RunningSimulators.candidate("shown", "ada"));
        String rooms =
                simulators.send(simulators.request("/control/livekit/rooms")).body();
        assertTrue(rooms.contains("\"identity\":\"ada\""));
    }

    @Test
    void refusesToStartWithoutItsSecrets() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> SimulatorsConfig.from(new Environment(Map.of())));
        assertEquals("LIVEKIT_API_KEY is not set", refused.getMessage());
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
