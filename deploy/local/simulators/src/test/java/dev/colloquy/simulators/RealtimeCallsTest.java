package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Realtime calls: the SDP exchange, and what a sideband hears. */
class RealtimeCallsTest {

    private static final JsonObject SESSION = new JsonObject("""
            {"type":"realtime","model":"gpt-realtime-2.1","instructions":"Interview the candidate.",
             "audio":{"input":{"transcription":{"model":"gpt-live-transcribe"}}},
             "tools":[{"type":"function","name":"end_session","parameters":{"type":"object"}}]}""");

    private static RunningSimulators simulators;
    private static String offer;

    @BeforeAll
    static void start() throws IOException {
        simulators = RunningSimulators.start(Map.of());
        try (var file = RealtimeCallsTest.class.getResourceAsStream("chromium-156-offer.sdp")) {
            offer = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @Test
    void answersAChromiumOfferSectionBySection() {
        HttpResponse<String> created = call(RunningSimulators.OPENAI_KEY, offer, SESSION.encode());
        assertEquals(201, created.statusCode());
        assertEquals(
                "application/sdp", created.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(created.headers().firstValue("Location").orElseThrow().matches("/v1/realtime/calls/rtc_\\w+"));
        List<String> lines = created.body().lines().toList();
        assertEquals("v=0", lines.getFirst());
        assertTrue(created.body().endsWith("\r\n"));
        assertTrue(lines.contains("a=group:BUNDLE 0 1"));
        assertEquals(
                List.of("m=audio 9 UDP/TLS/RTP/SAVPF 111", "m=application 9 UDP/DTLS/SCTP webrtc-datachannel"),
                lines.stream().filter(line -> line.startsWith("m=")).toList());
        assertTrue(lines.containsAll(List.of("a=mid:0", "a=mid:1", "a=setup:active", "a=rtpmap:111 opus/48000/2")));
        assertFalse(created.body().contains("a=ice-ufrag:g8qo"));
    }

    @Test
    void rejectsAVideoSectionAndMirrorsTheDirection() {
        String video = offer.replace("a=sendrecv", "a=recvonly")
                + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:g8qo\r\na=ice-pwd:x\r\n"
                + "a=fingerprint:sha-256 AA\r\na=mid:2\r\na=rtpmap:96 VP8/90000\r\n";
        String answer =
                call(RunningSimulators.OPENAI_KEY, video, SESSION.encode()).body();
        assertTrue(answer.contains("m=video 0 UDP/TLS/RTP/SAVPF 96"));
        assertTrue(answer.contains("a=sendonly"));
        assertTrue(answer.contains("a=group:BUNDLE 0 1\r\n"));
    }

    @Test
    void startsACallWithAnEphemeralKey() {
        HttpResponse<String> secret = post(
                "/v1/realtime/client_secrets",
                RunningSimulators.OPENAI_KEY,
                "application/json",
                new JsonObject().put("session", SESSION).encode());
        JsonObject created = new JsonObject(secret.body());
        assertTrue(created.getString("value").startsWith("ek_"));
        assertEquals("gpt-realtime-2.1", created.getJsonObject("session").getString("model"));
        assertEquals(
                201,
                post("/v1/realtime/calls", created.getString("value"), "application/sdp", offer)
                        .statusCode());
    }

    @Test
    void refusesWhatOpenAiRefuses() {
        assertError(401, "invalid_api_key", call("wrong", offer, SESSION.encode()));
        assertError(401, "invalid_api_key", post("/v1/realtime/calls", "ek_unknown", "application/sdp", offer));
        assertError(400, "invalid_offer", call(RunningSimulators.OPENAI_KEY, "hello", SESSION.encode()));
        String withoutOpus = offer.replace("opus/48000/2", "none/1");
        assertError(400, "invalid_offer", call(RunningSimulators.OPENAI_KEY, withoutOpus, SESSION.encode()));
        assertError(400, "missing_required_parameter", call(RunningSimulators.OPENAI_KEY, offer, "{}"));
        assertError(400, "invalid_json", call(RunningSimulators.OPENAI_KEY, offer, "{"));
        assertError(404, "not_found", hangUp("rtc_unknown"));
        String tooLong = "{\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":7201}}";
        assertError(
                400,
                "invalid_value",
                post("/v1/realtime/client_secrets", RunningSimulators.OPENAI_KEY, "application/json", tooLong));
    }

    @Test
    void playsTheInterviewToTheSidebandAndClosesItOnHangUp() {
        String callId = callId(call(RunningSimulators.OPENAI_KEY, offer, SESSION.encode()));
        Listener listener = listen(callId);
        listener.send("{\"type\":\"response.create\"}");
        await().atMost(ofSeconds(20)).until(() -> listener.types().contains("response.function_call_arguments.done"));

        assertEquals("session.created", listener.types().getFirst());
        assertChained(listener.of("conversation.item.added"));
        assertEquals(5, listener.of("response.output_audio_transcript.done").size());
        assertEquals(
                4,
                listener.of("conversation.item.input_audio_transcription.completed")
                        .size());
        assertTranscribedAfterTheAnswer(listener);
        assertDeltasAddUp(listener);

        assertEquals(200, hangUp(callId).statusCode());
        await().atMost(ofSeconds(5)).until(() -> listener.closed.isDone());
        assertEquals(1000, listener.closed.join());
        assertEquals(404, hangUp(callId).statusCode());
    }

    @Test
    void takesSessionUpdatesAndGreetsWhenAskedTo() {
        String callId = callId(call(RunningSimulators.OPENAI_KEY, offer, SESSION.encode()));
        Listener listener = listen(callId);
        listener.send("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"instructions\":\"New.\"}}");
        listener.send("{\"type\":\"response.create\"}");
        listener.send("{\"type\":\"session.cancel\"}");
        await().atMost(ofSeconds(5)).until(() -> listener.types().containsAll(List.of("session.updated", "error")));
        JsonObject session = listener.of("session.updated").getFirst().getJsonObject("session");
        assertEquals("New.", session.getString("instructions"));
        assertEquals("gpt-realtime-2.1", session.getString("model"));
        await().atMost(ofSeconds(5)).until(() -> listener.types().contains("response.created"));
        hangUp(callId);
    }

    @Test
    void losesACallByControlAndTellsWhichAreOn() {
        String callId = callId(call(RunningSimulators.OPENAI_KEY, offer, SESSION.encode()));
        Listener listener = listen(callId);
        assertTrue(calls().contains(callId));
        JsonObject said = new JsonObject().put("text", "I would rather not say.");
        assertEquals(
                200,
                simulators
                        .control("POST", "/openai/calls/" + callId + "/next-words", said)
                        .statusCode());
        simulators.control("POST", "/openai/calls/" + callId + "/lose", new JsonObject());
        await().atMost(ofSeconds(5)).until(() -> listener.closed.isDone());
        assertFalse(calls().contains(callId));
        HttpResponse<String> again = simulators.control("POST", "/openai/calls/" + callId + "/lose", new JsonObject());
        assertEquals(404, again.statusCode());
        assertTrue(again.body().contains("violations"));
    }

    @Test
    @DisplayName("providers 3.1: a socket has exactly one of model and call_id, and a sideband needs the server key")
    void refusesOtherSockets() {
        for (String query : List.of("", "?model=m&call_id=rtc_1", "?intent=transcription")) {
            assertEquals(400, upgrade(query, RunningSimulators.OPENAI_KEY));
        }
        assertEquals(401, upgrade("?call_id=rtc_1", "ek_unknown"));
        assertEquals(404, upgrade("?call_id=rtc_1", RunningSimulators.OPENAI_KEY));
        assertEquals(401, upgrade("?model=gpt-realtime-2.1", "wrong"));
    }

    private static int upgrade(String query, String key) {
        URI uri = URI.create(simulators.url().replace("http", "ws") + "/v1/realtime" + query);
        CompletionException refused = assertThrows(
                CompletionException.class,
                () -> simulators
                        .http()
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + key)
                        .buildAsync(uri, new Listener())
                        .join());
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    private static String calls() {
        return simulators.send(simulators.request("/control/openai/calls")).body();
    }

    private static void assertChained(List<JsonObject> added) {
        String previous = null;
        for (JsonObject event : added) {
            assertEquals(previous, event.getString("previous_item_id"));
            previous = event.getJsonObject("item").getString("id");
        }
        assertEquals(10, added.size());
    }

    private static void assertTranscribedAfterTheAnswer(Listener listener) {
        List<String> said = listener.types().stream()
                .filter(type -> type.endsWith("transcript.done") || type.endsWith("transcription.completed"))
                .map(type -> type.startsWith("response") ? "interviewer" : "candidate")
                .toList();
        assertEquals(List.of("interviewer", "interviewer", "candidate"), said.subList(0, 3));
    }

    private static void assertDeltasAddUp(Listener listener) {
        JsonObject done = listener.of("response.output_audio_transcript.done").getFirst();
        String pieces = listener.of("response.output_audio_transcript.delta").stream()
                .filter(delta -> delta.getString("item_id").equals(done.getString("item_id")))
                .map(delta -> delta.getString("delta"))
                .reduce("", String::concat);
        assertEquals(done.getString("transcript"), pieces);
    }

    private static void assertError(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, new JsonObject(answer.body()).getJsonObject("error").getString("code"));
    }

    private static HttpResponse<String> call(String key, String sdp, String session) {
        String form =
                part("sdp", "application/sdp", sdp) + part("session", "application/json", session) + "--form--\r\n";
        return post("/v1/realtime/calls", key, "multipart/form-data; boundary=form", form);
    }

    private static String part(String name, String type, String content) {
        return "--form\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n"
                + content + "\r\n";
    }

    private static HttpResponse<String> hangUp(String callId) {
        return post("/v1/realtime/calls/" + callId + "/hangup", RunningSimulators.OPENAI_KEY, "application/json", "");
    }

    private static HttpResponse<String> post(String path, String key, String type, String body) {
        HttpRequest.Builder request = simulators
                .request(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return simulators.send(request);
    }

    private static String callId(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private static Listener listen(String callId) {
        Listener listener = new Listener();
        URI uri = URI.create(simulators.url().replace("http", "ws") + "/v1/realtime?call_id=" + callId);
        listener.socket = simulators
                .http()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + RunningSimulators.OPENAI_KEY)
                .buildAsync(uri, listener)
                .join();
        return listener;
    }

    private static final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();
        private final List<JsonObject> events = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private WebSocket socket;

        void send(String event) {
            socket.sendText(event, true).join();
        }

        List<String> types() {
            return events.stream().map(event -> event.getString("type")).toList();
        }

        List<JsonObject> of(String type) {
            return events.stream()
                    .filter(event -> event.getString("type").equals(type))
                    .toList();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                events.add(new JsonObject(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
