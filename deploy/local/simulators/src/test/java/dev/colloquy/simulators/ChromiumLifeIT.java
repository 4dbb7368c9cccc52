package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How calls begin and end in Chromium. Calls expire in a process of their own, where 60 minutes are 45 seconds. */
class ChromiumLifeIT {

    private static final String CUT_OFF = "ice disconnected";
    private static final String CLOSED = "oai-events closed";

    private static SimulatorProcess simulators;
    private static SimulatorProcess shortLived;
    private static JsonObject seen;

    @BeforeAll
    static void callFromManyPages() throws IOException {
        simulators = SimulatorProcess.start(Map.of());
        shortLived = SimulatorProcess.start(Map.of("SIMULATE_TIME_SCALE", "0.0125"));
        Map<String, String> environment = new HashMap<>(simulators.openAi());
        environment.put("SHORT_BASE_URL", shortLived.url() + "/v1");
        seen = Judge.install("realtime").script("life.mjs", environment);
    }

    @AfterAll
    static void stop() {
        simulators.close();
        shortLived.close();
    }

    @Test
    @DisplayName("providers 3.1: one client secret starts several calls, at the same time and afterwards")
    void holdsSeveralCalls() {
        assertEquals(2, seen.getInteger("bothOn"));
        JsonArray again = seen.getJsonArray("again");
        assertTrue(again.stream().anyMatch(time -> (Integer) time < 3000), again + " ms");
        assertEquals(3, seen.getInteger("callsLeft"));
        assertTrue(simulators.isAlive(), simulators.log());
    }

    @Test
    @DisplayName("providers 3.3: after 60 minutes comes session_expired, and the socket is closed with 1001")
    void expires() {
        assertEquals(
                "session_expired",
                seen.getJsonObject("lastEvent").getJsonObject("error").getString("code"));
        assertEquals(end(1001, "Your session hit the maximum duration of 60 minutes."), seen.getJsonObject("expired"));
    }

    @Test
    @DisplayName(
            "providers 3.2: a browser that closes its peer connection hangs up; WebRTC notices, and only its call ends")
    void noticesABrowserThatHasGone() {
        assertTrue(seen.getBoolean("stayingIsOn"), "the other call ended as well");
        assertEquals(end(1000, ""), seen.getJsonObject("left"));
    }

    @Test
    @DisplayName("R11: a call that is lost, on demand or by a fault, looks lost to the browser and to the sideband")
    void losesCalls() {
        for (String call : List.of("lost", "struck")) {
            assertEquals(1006, seen.getJsonObject(call).getInteger("code"));
            JsonArray history = seen.getJsonArray(call + "History");
            assertTrue(history.contains(CUT_OFF), history.encode());
            boolean closedBefore = history.contains(CLOSED)
                    && history.getList().indexOf(CLOSED) < history.getList().indexOf(CUT_OFF);
            assertFalse(closedBefore, history.encode());
        }
    }

    @Test
    @DisplayName("providers 3.2: the newest data channel carries the events, and a call with two of them ends in peace")
    void takesASecondChannel() {
        assertEquals("Over the second channel.", seen.getString("secondChannel"));
        assertEquals(end(1000, ""), seen.getJsonObject("hungUp"));
        assertTrue(simulators.isAlive(), simulators.log());
    }

    @Test
    @DisplayName("providers 3.2: who asks for the beta interface gets its names and shapes, and may use them")
    void speaksBeta() {
        List<JsonObject> events = seen.getJsonArray("betaEvents").stream()
                .map(JsonObject.class::cast)
                .toList();
        List<String> types =
                events.stream().map(event -> event.getString("type")).toList();
        assertTrue(
                types.containsAll(List.of(
                        "response.audio_transcript.delta",
                        "response.audio_transcript.done",
                        "conversation.item.created")),
                types.toString());
        assertTrue(types.stream().noneMatch(type -> type.contains("output_audio_transcript")), types.toString());
        JsonObject session = events.get(types.indexOf("session.updated")).getJsonObject("session");
        assertEquals("cedar", session.getString("voice"));
        assertEquals("pcm16", session.getString("input_audio_format"));
    }

    private static JsonObject end(int code, String reason) {
        return new JsonObject().put("code", code).put("reason", reason);
    }
}
