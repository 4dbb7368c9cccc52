package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How calls begin and end in Chromium, with 60 minutes in 45 seconds. */
class ChromiumLifeIT {

    private static SimulatorProcess simulators;
    private static JsonObject seen;

    @BeforeAll
    static void callFromTwoPages() throws IOException {
        simulators = SimulatorProcess.start(Map.of("SIMULATE_TIME_SCALE", "0.0125"));
        seen = Judge.install("realtime").script("life.mjs", simulators.openAi());
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 3.1: one client secret starts several calls, at the same time and afterwards")
    void holdsSeveralCalls() {
        assertEquals(2, seen.getInteger("bothOn"));
        assertTrue(seen.getInteger("again") < 3000, seen.getInteger("again") + " ms");
        assertTrue(simulators.isAlive(), simulators.log());
    }

    @Test
    @DisplayName("providers 3.3: after 60 minutes comes session_expired, and the socket is closed with 1001")
    void expires() {
        assertEquals(
                "session_expired",
                seen.getJsonObject("lastEvent").getJsonObject("error").getString("code"));
        assertEquals(
                new JsonObject()
                        .put("code", 1001)
                        .put("reason", "Your session hit the maximum duration of 60 minutes."),
                seen.getJsonObject("sideband"));
    }

    @Test
    @DisplayName("a browser that has gone without hanging up is noticed by WebRTC, and its call ends")
    void noticesABrowserThatHasGone() {
        assertEquals(1, seen.getInteger("callsLeft"));
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
}
