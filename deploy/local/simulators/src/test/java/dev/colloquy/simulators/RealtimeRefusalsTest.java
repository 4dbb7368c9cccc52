package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What OpenAI refuses of calls, secrets, sockets and sessions, at times that the test chooses. */
class RealtimeRefusalsTest {

    private static final Instant BEFORE_THE_SHUTDOWN = Instant.parse("2027-01-19T23:59:00Z");
    private static final int MOST_BYTES = 15 * 1024 * 1024;

    private VirtualTime time;
    private RunningSimulators simulators;
    private RealtimeCalls calls;

    @BeforeEach
    void start() {
        time = new VirtualTime(BEFORE_THE_SHUTDOWN);
        simulators = RunningSimulators.start(Map.of(), time);
        calls = new RealtimeCalls(simulators);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    @DisplayName("providers 3.1: a call needs a key, an offer with Opus, and a session of its type")
    void refusesCalls() {
        String session = RealtimeCalls.SESSION.encode();
        String key = RunningSimulators.OPENAI_KEY;
        assertError(401, "invalid_api_key", calls.place("wrong", RealtimeCalls.offer(), session));
        assertError(
                401,
                "invalid_api_key",
                calls.post("/v1/realtime/calls", "ek_unknown", "application/sdp", RealtimeCalls.offer()));
        assertError(400, "invalid_offer", calls.place(key, "hello", session));
        String withoutOpus = RealtimeCalls.offer().replace("opus/48000/2", "none/1");
        assertError(400, "invalid_offer", calls.place(key, withoutOpus, session));
        assertError(400, "missing_required_parameter", calls.place(key, RealtimeCalls.offer(), "{}"));
        assertError(400, "invalid_json", calls.place(key, RealtimeCalls.offer(), "{"));
        assertError(404, "not_found", calls.hangUp("rtc_unknown"));
    }

    @Test
    @DisplayName("providers 3.2: a session speaks or writes, never both")
    void refusesBothModalities() {
        JsonObject both = new JsonObject().put("output_modalities", JsonArray.of("audio", "text"));
        HttpResponse<String> refused = calls.place(
                RunningSimulators.OPENAI_KEY,
                RealtimeCalls.offer(),
                RealtimeCalls.SESSION.copy().mergeIn(both).encode());
        assertError(400, "invalid_value", refused);
        RealtimeClient client = RealtimeClient.session(simulators, new JsonObject());
        JsonObject error = client.refused(
                new JsonObject().put("type", "session.update").put("session", both.put("type", "realtime")));
        assertEquals("session.output_modalities", error.getString("param"));
    }

    @Test
    @DisplayName("providers 3.1: a client secret lives for 10 to 7200 seconds")
    void refusesOtherLifetimes() {
        for (int seconds : List.of(10, 7200)) {
            assertEquals(200, secret(seconds).statusCode());
        }
        for (int seconds : List.of(9, 7201)) {
            assertError(400, "invalid_value", secret(seconds));
        }
    }

    @Test
    @DisplayName("providers 3.1: an expired client secret opens no call and no socket; calls it has opened go on")
    void refusesAnExpiredSecret() {
        String key = new JsonObject(secret(600).body()).getString("value");
        time.advance(ofSeconds(600));
        assertEquals(201, callWith(key).statusCode());
        RealtimeClient client = RealtimeClient.open(simulators, "?model=gpt-realtime-2.1", key);
        time.advance(ofSeconds(1));
        assertError(401, "invalid_api_key", callWith(key));
        assertEquals(401, upgrade("?model=gpt-realtime-2.1", key));
        client.catchUp();
    }

    @Test
    @DisplayName("providers 3.1: a socket has exactly one of model and call_id, and a sideband needs the server key")
    void refusesOtherSockets() {
        String callId = calls.placed();
        for (String query : List.of("", "?model=m&call_id=" + callId, "?intent=transcription")) {
            assertEquals(400, upgrade(query, RunningSimulators.OPENAI_KEY));
        }
        String valid = new JsonObject(secret(600).body()).getString("value");
        assertEquals(401, upgrade("?call_id=" + callId, valid));
        assertEquals(401, upgrade("?call_id=" + callId, "ek_unknown"));
        assertEquals(404, upgrade("?call_id=rtc_unknown", RunningSimulators.OPENAI_KEY));
        assertEquals(401, upgrade("?model=gpt-realtime-2.1", "wrong"));
    }

    @Test
    @DisplayName("providers 3.3: models that do not exist, do not talk, or are shut down, hold no call and no socket")
    void refusesModelsThatAreGone() {
        assertEquals(201, callTo("gpt-realtime").statusCode());
        for (String model : List.of("gpt-nothing", "gpt-4o", "gpt-realtime-whisper")) {
            assertError(404, "model_not_found", callTo(model));
        }
        time.advance(Duration.ofMinutes(1));
        assertError(404, "model_not_found", callTo("gpt-realtime"));
        assertEquals(201, callTo("gpt-realtime-2.1").statusCode());

        RealtimeClient turnedAway =
                RealtimeClient.open(simulators, "?model=gpt-realtime-mini", RunningSimulators.OPENAI_KEY);
        assertEquals("4004 invalid_request_error.model_not_found", turnedAway.end());
        assertEquals(
                "model_not_found",
                turnedAway.of("error").getFirst().getJsonObject("error").getString("code"));
        assertEquals(List.of("error"), turnedAway.types());
    }

    @Test
    @DisplayName("providers 3.2: a session keeps its model, and its voice once it was heard")
    void keepsModelAndVoice() {
        RealtimeClient client = RealtimeClient.sideband(simulators, calls.placed());
        assertEquals(
                "invalid_value",
                client.refused(update(new JsonObject().put("model", "gpt-realtime-2")))
                        .getString("code"));
        client.update(voice("cedar").put("model", "gpt-realtime-2.1"));
        client.send("response.create");
        client.next("response.created");
        JsonObject error = client.refused(update(voice("marin")));
        assertEquals("cannot_update_voice", error.getString("code"));
        JsonObject unchanged = client.update(voice("cedar").put("instructions", "Go on."));
        assertEquals("Go on.", unchanged.getString("instructions"));
    }

    @Test
    @DisplayName("providers 3.2: one append takes 15 MiB of sound and no more")
    void refusesMoreThan15MiB() {
        RealtimeClient client = RealtimeClient.session(simulators, new JsonObject());
        assertEquals("audio", client.refused(append(MOST_BYTES + 2)).getString("param"));
        client.send(append(MOST_BYTES));
        client.catchUp();
        assertEquals(2, client.of("error").size());
    }

    @Test
    @DisplayName("providers 3.2: turn detection is of the two kinds there are")
    void refusesAnotherTurnDetection() {
        RealtimeClient client = RealtimeClient.session(simulators, new JsonObject());
        JsonObject detection = new JsonObject().put("turn_detection", new JsonObject().put("type", "none"));
        JsonObject error =
                client.refused(update(new JsonObject().put("audio", new JsonObject().put("input", detection))));
        assertEquals("session.audio.input.turn_detection.type", error.getString("param"));
    }

    private HttpResponse<String> secret(int seconds) {
        return calls.secret(new JsonObject()
                .put(
                        "expires_after",
                        new JsonObject().put("anchor", "created_at").put("seconds", seconds)));
    }

    private HttpResponse<String> callWith(String key) {
        return calls.post("/v1/realtime/calls", key, "application/sdp", RealtimeCalls.offer());
    }

    private HttpResponse<String> callTo(String model) {
        return calls.place(
                RunningSimulators.OPENAI_KEY,
                RealtimeCalls.offer(),
                RealtimeCalls.SESSION.copy().put("model", model).encode());
    }

    private static JsonObject update(JsonObject session) {
        return new JsonObject().put("type", "session.update").put("session", session.put("type", "realtime"));
    }

    private static JsonObject voice(String name) {
        return new JsonObject().put("audio", new JsonObject().put("output", new JsonObject().put("voice", name)));
    }

    private static JsonObject append(int bytes) {
        return new JsonObject()
                .put("type", "input_audio_buffer.append")
                .put("audio", Base64.getEncoder().encodeToString(new byte[bytes]));
    }

    private int upgrade(String query, String key) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> RealtimeClient.open(simulators, query, key));
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    private static void assertError(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, new JsonObject(answer.body()).getJsonObject("error").getString("code"));
    }
}
