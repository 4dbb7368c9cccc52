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
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults of calls: what arrives at the caller, which calls are struck, and what the control API says of it. */
class FaultsTest {

    private static final String TOKEN = "/v1/convai/conversation/token?agent_id=a";
    private static RunningSimulators simulators;

    @BeforeAll
    static void start() {
        simulators = RunningSimulators.start(Map.of());
    }

    @AfterAll
    static void stop() {
        simulators.close();
    }

    @AfterEach
    void disarm() {
        simulators.control("DELETE", "/faults", new JsonObject());
    }

    @Test
    void refusesWithTheProvidersOwnErrorBodyAndRetryAfter() {
        simulators.arm("elevenlabs.api", "status", Map.of("status", 429, "retryAfter", 3));
        HttpResponse<String> refused = simulators.send(token());
        assertEquals(429, refused.statusCode());
        assertEquals("3", refused.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(new JsonObject(refused.body()).getValue("detail") instanceof JsonObject);
        assertEquals(200, simulators.send(token()).statusCode());

        simulators.arm("livekit.api", "status", Map.of("status", 503));
        HttpResponse<String> twirp = simulators.send(
                simulators.request("/twirp/livekit.RoomService/ListRooms").POST(BodyPublishers.noBody()));
        assertEquals("unavailable", new JsonObject(twirp.body()).getString("code"));
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
    void halvesReshapesAndTricklesAnswers() {
        String half =
                simulators.send(token().header("X-Simulate-Fault", "halfJson")).body();
        assertThrows(DecodeException.class, () -> new JsonObject(half));
        JsonObject reshaped = new JsonObject(simulators
                .send(token().header("X-Simulate-Fault", "wrongSchema"))
                .body());
        assertTrue(reshaped.getValue("conversation_id") instanceof Number);

        long before = System.nanoTime();
        String slow = simulators
                .send(token().header("X-Simulate-Fault", "slow; ms=500; bytes=20"))
                .body();
        assertTrue(new JsonObject(slow).getString("conversation_id").startsWith("conv_"));
        assertTrue(System.nanoTime() - before
                > ofMillis(10L * (slow.length() / 20 - 1)).toNanos());
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
    void keepsACallerHangingAndAnswersLate() {
        HttpRequest.Builder hanging = token().header("X-Simulate-Fault", "hang").timeout(ofMillis(300));
        assertThrows(
                HttpTimeoutException.class, () -> simulators.http().send(hanging.build(), BodyHandlers.ofString()));
        long before = System.nanoTime();
        assertEquals(
                200,
                simulators
                        .send(token().header("X-Simulate-Fault", "delay; ms=10000"))
                        .statusCode());
        assertTrue(System.nanoTime() - before > ofMillis(190).toNanos());
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
        await().atMost(ofSeconds(5)).until(end::isDone);
        assertTrue(List.of("broken", "closed 1006").contains(end.join()));
    }

    @Test
    void breaksACallInTheMiddle() throws IOException {
        simulators.arm("openai.media", "disconnect", Map.of("ms", 25_000));
        String id = openCall();
        assertTrue(calls().contains(id));
        await().atMost(ofSeconds(10)).until(() -> !calls().contains(id));
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
        assertEquals(8, points.size());
        assertEquals(16, catalogue.getJsonArray("faults").size());
        assertEquals("event", points.getJsonObject(0).getString("matches"));
    }

    private static String openCall() throws IOException {
        try (InputStream offer = FaultsTest.class.getResourceAsStream("chromium-156-offer.sdp")) {
            HttpResponse<String> created = simulators.send(simulators
                    .request("/v1/realtime/calls")
                    .header("Authorization", "Bearer " + RunningSimulators.OPENAI_KEY)
                    .header("Content-Type", "application/sdp")
                    .POST(BodyPublishers.ofByteArray(offer.readAllBytes())));
            return created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        }
    }

    private static String calls() {
        return simulators.send(simulators.request("/control/openai/calls")).body();
    }

    private static List<Integer> statuses(int seed) {
        simulators.arm("elevenlabs.api", "status", Map.of("probability", 0.5, "seed", seed, "times", 0));
        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(_ -> simulators.send(token()).statusCode())
                .toList();
        simulators.control("DELETE", "/faults", new JsonObject());
        return statuses;
    }

    private static void assertRefused(String field, Map<String, Object> order) {
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

    private static JsonObject faults() {
        return new JsonObject(
                simulators.send(simulators.request("/control/faults")).body());
    }

    private static HttpRequest.Builder token() {
        return elevenLabs(TOKEN);
    }

    private static HttpRequest.Builder elevenLabs(String path) {
        return simulators.request(path).header("xi-api-key", RunningSimulators.ELEVENLABS_KEY);
    }
}
