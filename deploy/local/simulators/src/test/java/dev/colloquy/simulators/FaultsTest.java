package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of calls: what arrives at the caller, which calls are struck, and what the control API says of it. */
class FaultsTest {

    private static final String TOKEN = "/v1/convai/conversation/token?agent_id=a";
    private VirtualTime time;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        time = new VirtualTime();
        simulators = RunningSimulators.start(Map.of(), time);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void refusesWithTheProvidersOwnErrorBodyAndRetryAfter() {
        simulators.arm("elevenlabs.api", "status", Map.of("status", 429, "retryAfter", 3));
        HttpResponse<String> refused = simulators.send(token());
        assertEquals(429, refused.statusCode());
        assertEquals("3", refused.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(new JsonObject(refused.body()).getValue("detail") instanceof JsonObject);
        assertEquals(200, simulators.send(token()).statusCode());
    }

    @ParameterizedTest
    @DisplayName("R11, providers 1.3: a refused call of LiveKit has Twirp's code for its status")
    @CsvSource({
        "400, invalid_argument",
        "401, unauthenticated",
        "403, permission_denied",
        "404, not_found",
        "408, deadline_exceeded",
        "412, failed_precondition",
        "429, resource_exhausted",
        "500, internal",
        "503, unavailable"
    })
    void refusesWithTwirpsCode(int status, String code) {
        simulators.arm("livekit.api", "status", Map.of("status", status));
        HttpResponse<String> refused =
                simulators.twirp("RoomService/ListRooms", Map.of("roomList", true), new JsonObject());
        assertEquals(status, refused.statusCode());
        assertEquals(code, new JsonObject(refused.body()).getString("code"));
    }

    @Test
    void strikesOneCallAloneByHeader() {
        HttpRequest.Builder call = token().header("X-Simulate-Fault", "503; retryAfter=1");
        assertEquals(503, simulators.send(call).statusCode());
        assertEquals(200, simulators.send(token()).statusCode());
        HttpResponse<String> unknown = simulators.send(token().header("X-Simulate-Fault", "melt"));
        assertEquals(400, unknown.statusCode());
        assertEquals("fault", field(unknown));
        simulators.arm("elevenlabs.api", "status", Map.of());
        assertEquals(
                200, simulators.send(token().header("X-Simulate-Fault", "none")).statusCode());
    }

    @Test
    void halvesAndReshapesAnswers() {
        String half =
                simulators.send(token().header("X-Simulate-Fault", "halfJson")).body();
        assertThrows(DecodeException.class, () -> new JsonObject(half));
        JsonObject reshaped = new JsonObject(simulators
                .send(token().header("X-Simulate-Fault", "wrongSchema"))
                .body());
        assertTrue(reshaped.getValue("conversation_id") instanceof Number);
    }

    @Test
    void tricklesAnswers() {
        CompletableFuture<HttpResponse<String>> slow = later("slow; ms=500; bytes=20");
        int pauses = 0;
        while (!slow.isDone()) {
            await().atMost(ofSeconds(30))
                    .until(() -> slow.isDone() || time.untilNext().isPresent());
            if (!slow.isDone()) {
                assertEquals(Optional.of(ofMillis(500)), time.untilNext());
                pauses += time.advance(ofMillis(500));
            }
        }
        String body = slow.join().body();
        assertTrue(new JsonObject(body).getString("conversation_id").startsWith("conv_"));
        assertEquals((body.length() - 1) / 20, pauses);
    }

    @Test
    void doesWhatItWasAskedBeforeTheConnectionBreaks() {
        String id = simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "a"))
                .getString("conversation_id");
        HttpRequest.Builder delete = elevenLabs("/v1/convai/conversations/" + id)
                .header("X-Simulate-Fault", "disconnect")
                .DELETE();
        assertThrows(IOException.class, () -> simulators.http().send(delete.build(), BodyHandlers.ofString()));
        assertEquals(
                404,
                simulators.send(elevenLabs("/v1/convai/conversations/" + id)).statusCode());
        HttpRequest.Builder cut = token().header("X-Simulate-Fault", "disconnect; bytes=10");
        assertThrows(IOException.class, () -> simulators.http().send(cut.build(), BodyHandlers.ofString()));
    }

    @Test
    void keepsACallerHangingAndDoesNothing() {
        String id = simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "a"))
                .getString("conversation_id");
        HttpRequest delete = elevenLabs("/v1/convai/conversations/" + id)
                .header("X-Simulate-Fault", "hang")
                .DELETE()
                .build();
        CompletableFuture<?> hanging = simulators.http().sendAsync(delete, BodyHandlers.ofString());
        await().atMost(ofSeconds(30))
                .until(() -> faults().getJsonArray("struck").size() == 1);
        time.advance(ofSeconds(60));
        assertEquals(
                200,
                simulators.send(elevenLabs("/v1/convai/conversations/" + id)).statusCode());
        assertFalse(hanging.isDone());
    }

    @Test
    void answersLate() {
        CompletableFuture<HttpResponse<String>> late = later("delay; ms=10000");
        await().atMost(ofSeconds(30)).until(() -> time.untilNext().equals(Optional.of(ofSeconds(10))));
        assertEquals(0, time.advance(ofMillis(9_999)));
        assertFalse(late.isDone());
        time.advance(ofMillis(1));
        assertEquals(200, late.join().statusCode());
    }

    @Test
    void breaksASocketWithoutAClosingHandshake() throws IOException {
        String id = openCall();
        simulators.arm("openai.calls", "disconnect", Map.of("ms", 5000, "match", "/v1/realtime"));
        CompletableFuture<String> end = new CompletableFuture<>();
        simulators
                .http()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + RunningSimulators.OPENAI_KEY)
                .buildAsync(
                        URI.create(simulators.url().replace("http", "ws") + "/v1/realtime?call_id=" + id),
                        new WebSocket.Listener() {
                            @Override
                            public CompletableFuture<?> onClose(WebSocket socket, int code, String reason) {
                                end.complete("closed " + code);
                                return CompletableFuture.completedFuture(null);
                            }

                            @Override
                            public void onError(WebSocket socket, Throwable failure) {
                                end.complete("broken");
                            }
                        })
                .join();
        await().atMost(ofSeconds(30)).until(() -> {
            time.advance(ofSeconds(5));
            return end.isDone();
        });
        assertTrue(List.of("broken", "closed 1006").contains(end.join()));
    }

    @Test
    void breaksACallInTheMiddle() throws IOException {
        simulators.arm("openai.media", "disconnect", Map.of("ms", 25_000));
        String id = openCall();
        time.advance(ofMillis(24_999));
        assertTrue(calls().contains(id));
        time.advance(ofMillis(1));
        assertFalse(calls().contains(id));
    }

    @Test
    void matchesPathsAndCountsWhatItStruck() {
        simulators.arm("elevenlabs.api", "status", Map.of("match", "*/conversations/*", "times", 0));
        assertEquals(200, simulators.send(token()).statusCode());
        for (int call = 0; call < 3; call++) {
            assertEquals(
                    500,
                    simulators.send(elevenLabs("/v1/convai/conversations/x")).statusCode());
        }
        JsonObject faults = faults();
        JsonObject armed = faults.getJsonArray("armed").getJsonObject(0);
        assertEquals(3, armed.getInteger("used"));
        assertFalse(armed.getBoolean("spent"));
        assertEquals(3, faults.getJsonArray("struck").size());
        HttpResponse<String> cleared =
                simulators.control("DELETE", "/faults/" + armed.getString("id"), new JsonObject());
        assertEquals(204, cleared.statusCode());
        assertTrue(faults().getJsonArray("armed").isEmpty());
        assertTrue(simulators.journal("elevenlabs").stream()
                .anyMatch(entry -> entry.getString("what").equals("fault status struck /v1/convai/conversations/x")));
    }

    @Test
    void strikesTheSameOnesOfARowWithTheSameSeed() {
        List<Integer> first = statuses(7);
        assertEquals(first, statuses(7));
        assertTrue(first.contains(200) && first.contains(500));
    }

    @Test
    void namesTheFieldItRefuses() {
        assertRefused("point", Map.of("point", "livekit.webhok", "fault", "drop"));
        assertRefused("fault", Map.of("point", "livekit.webhook", "fault", "status"));
        assertRefused("fault", Map.of("point", "livekit.webhook"));
        assertRefused("status", Map.of("point", "openai.chat", "fault", "status", "status", 200));
        assertRefused("ms", Map.of("point", "openai.chat", "fault", "status", "ms", 200));
        assertRefused("times", Map.of("point", "openai.chat", "fault", "hang", "times", -1));
        assertRefused("probability", Map.of("point", "openai.chat", "fault", "hang", "probability", 2));
        assertRefused("match", Map.of("point", "openai.chat", "fault", "hang", "match", 2));
        assertEquals(
                404,
                simulators
                        .control("DELETE", "/faults/fault_0", new JsonObject())
                        .statusCode());
    }

    @Test
    void tellsWhatThereIsToArm() {
        JsonObject catalogue = new JsonObject(
                simulators.send(simulators.request("/control/faults/catalogue")).body());
        JsonArray points = catalogue.getJsonArray("points");
        assertEquals(9, points.size());
        assertEquals(16, catalogue.getJsonArray("faults").size());
        assertEquals("event", points.getJsonObject(0).getString("matches"));
    }

    private String openCall() throws IOException {
        try (InputStream offer = FaultsTest.class.getResourceAsStream("chromium-156-offer.sdp")) {
            HttpResponse<String> created = simulators.send(simulators
                    .request("/v1/realtime/calls")
                    .header("Authorization", "Bearer " + RunningSimulators.OPENAI_KEY)
                    .header("Content-Type", "application/sdp")
                    .POST(BodyPublishers.ofByteArray(offer.readAllBytes())));
            return created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        }
    }

    private String calls() {
        return simulators.send(simulators.request("/control/openai/calls")).body();
    }

    private List<Integer> statuses(int seed) {
        simulators.arm("elevenlabs.api", "status", Map.of("probability", 0.5, "seed", seed, "times", 0));
        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(_ -> simulators.send(token()).statusCode())
                .toList();
        simulators.control("DELETE", "/faults", new JsonObject());
        return statuses;
    }

    private void assertRefused(String field, Map<String, Object> order) {
        HttpResponse<String> refused = simulators.control("POST", "/faults", new JsonObject(order));
        assertEquals(400, refused.statusCode(), refused.body());
        assertEquals(field, field(refused));
    }

    private static String field(HttpResponse<String> problem) {
        return new JsonObject(problem.body())
                .getJsonArray("violations")
                .getJsonObject(0)
                .getString("field");
    }

    private JsonObject faults() {
        return new JsonObject(
                simulators.send(simulators.request("/control/faults")).body());
    }

    private CompletableFuture<HttpResponse<String>> later(String fault) {
        return simulators
                .http()
                .sendAsync(token().header("X-Simulate-Fault", fault).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder token() {
        return elevenLabs(TOKEN);
    }

    private HttpRequest.Builder elevenLabs(String path) {
        return simulators.request(path).header("xi-api-key", RunningSimulators.ELEVENLABS_KEY);
    }
}
