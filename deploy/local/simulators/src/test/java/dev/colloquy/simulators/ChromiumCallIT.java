package dev.colloquy.simulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Chromium with a fake microphone judges the calls: one interview over WebRTC, followed on a sideband. */
class ChromiumCallIT {

    /** The padding before a turn and the silence that ends it. */
    private static final int PADDING_MILLISECONDS = 300 + 500;

    /** What a machine that is busy may add on the way. */
    private static final int SLACK_MILLISECONDS = 5000;

    private static SimulatorProcess simulators;
    private static JsonObject seen;
    private static List<JsonObject> events;

    @BeforeAll
    static void callFromABrowser() throws IOException {
        simulators = SimulatorProcess.start(Map.of());
        seen = Judge.install("realtime").script("call.mjs", simulators.openAi());
        events =
                seen.getJsonArray("events").stream().map(JsonObject.class::cast).toList();
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("R11, providers 3.1: a browser with a client secret connects, and reads its call id from the location")
    void connects() {
        assertTrue(seen.getString("location").matches("/v1/realtime/calls/rtc_\\w+"), seen.getString("location"));
        JsonArray times = seen.getJsonArray("connectTimes");
        assertTrue(times.stream().anyMatch(time -> (Integer) time < 5000), times + " ms");
        assertEquals("session.created", types().getFirst());
        assertEquals("any label", call().getString("data_channel"));
    }

    @Test
    @DisplayName("providers 3.1: sound goes both ways, and output_audio_buffer events frame what is played")
    void carriesSoundBothWays() {
        assertTrue(seen.getDouble("heardEnergy") > 0.01, "heard " + seen.getDouble("heardEnergy"));
        assertTrue(seen.getDouble("playedMs") > 3000, "played for " + seen.getDouble("playedMs"));
        assertTrue(call().getDouble("loudest") > 0.1, call().encode());
        assertTrue(call().getInteger("heard_ms") > 5000, call().encode());
        assertTrue(types().indexOf("response.done") < types().indexOf("output_audio_buffer.stopped"));
    }

    @Test
    @DisplayName("providers 3.2: the browser may change the session, in messages of 60 kB")
    void takesLargeChangesFromTheDataChannel() {
        assertEquals(60_000, seen.getInteger("instructions"));
        assertTrue(overheard().contains("session.updated"));
    }

    @Test
    @DisplayName("providers 3.2: speech is heard and answered; its text comes after the answer, in the item's place")
    void listensAndTranscribesLate() {
        JsonObject stopped = first("input_audio_buffer.speech_stopped");
        JsonObject started = first("input_audio_buffer.speech_started");
        int length = stopped.getInteger("audio_end_ms") - started.getInteger("audio_start_ms");
        double spoken = seen.getDouble("spokenMs");
        assertTrue(length > spoken / 2, "a turn of " + length + " ms in " + spoken);
        assertTrue(length < spoken + PADDING_MILLISECONDS + SLACK_MILLISECONDS, length + " ms for " + spoken);
        String text = "conversation.item.input_audio_transcription.completed";
        assertEquals(started.getString("item_id"), first(text).getString("item_id"));
        assertTrue(first(text).getString("transcript").startsWith("Hello. In my last role"));
        assertTrue(types().indexOf(text) > types().lastIndexOf("session.updated"));
        int secondAnswer = indexOf("response.done", 2);
        assertTrue(secondAnswer < types().indexOf(text), types().toString());
    }

    @Test
    @DisplayName("providers 3.2: on barge-in the rest is taken back, and truncated says how much was heard")
    void canBeInterrupted() {
        int truncatedAt = seen.getInteger("truncatedAt");
        double most = seen.getDouble("playedAtMost");
        assertTrue(truncatedAt > 0 && truncatedAt < most, "heard " + truncatedAt + " ms of " + most);
        assertTrue(types().indexOf("output_audio_buffer.cleared") < types().indexOf("conversation.item.truncated"));
        assertTrue(indexOf("input_audio_buffer.speech_started", 2) < types().indexOf("output_audio_buffer.cleared"));
    }

    @Test
    @DisplayName("providers 3.2: typed answers are answered aloud; session.cancel does not exist")
    void takesTypedAnswers() {
        JsonObject typed = events.stream()
                .filter(event -> event.getString("type").equals("conversation.item.added"))
                .map(event -> event.getJsonObject("item"))
                .filter(item -> item.encode().contains("rather type"))
                .findFirst()
                .orElseThrow();
        assertEquals("user", typed.getString("role"));
        assertEquals("mine", seen.getJsonObject("error").getString("event_id"));
        assertEquals("invalid_value", seen.getJsonObject("error").getString("code"));
    }

    @Test
    @DisplayName("providers 3.1: the sideband sees the same session, and hang-up ends both")
    void sharesTheSessionWithTheSideband() {
        assertEquals(200, seen.getInteger("hangUp"));
        assertEquals(1000, seen.getInteger("sidebandCode"));
        assertEquals(404, seen.getInteger("hangUpAgain"));
        List<?> history = seen.getJsonArray("history").getList();
        assertTrue(history.contains("any label closed"), history.toString());
        assertFalse(
                history.subList(0, history.indexOf("any label closed")).contains("ice disconnected"),
                history.toString());
        List<String> fromTheUpdateOn = types().subList(types().indexOf("session.updated"), types().size());
        assertEquals(
                fromTheUpdateOn.stream().filter(type -> !type.equals("error")).toList(), tail());
        assertTrue(simulators.isAlive(), simulators.log());
    }

    private static List<String> tail() {
        return overheard()
                .subList(overheard().indexOf("session.updated"), overheard().size());
    }

    private static List<String> types() {
        return events.stream().map(event -> event.getString("type")).toList();
    }

    private static List<String> overheard() {
        return seen.getJsonArray("overheard").stream().map(String.class::cast).toList();
    }

    private static JsonObject first(String type) {
        return events.get(indexOf(type, 1));
    }

    private static int indexOf(String type, int nth) {
        List<String> types = types();
        int index = -1;
        for (int i = 0; i < nth; i++) {
            index += 1 + types.subList(index + 1, types.size()).indexOf(type);
        }
        return index;
    }

    private static JsonObject call() {
        return seen.getJsonObject("call");
    }
}
