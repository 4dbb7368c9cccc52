package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the journal shows of whom, and how it can be followed. */
class JournalTest {

    private static RunningSimulators simulators;
    private static WebhookSink sink;

    @BeforeAll
    static void start() {
        sink = new WebhookSink();
        simulators = RunningSimulators.start(Map.of("LIVEKIT_WEBHOOK_URL", sink.url()), new VirtualTime());
    }

    @AfterAll
    static void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    void showsOnlyWhatIsAboutOneRoomOrConversation() {
        simulators.join(RunningSimulators.candidate("journal-a", "ada"));
        simulators.join(RunningSimulators.candidate("journal-b", "bob"));
        String id = simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "journal-a-agent"))
                .getString("conversation_id");
        await().atMost(ofSeconds(30)).until(() -> sink.hooks().size() >= 6);
        List<JsonObject> room = entries("about=journal-a&provider=livekit");
        assertFalse(room.isEmpty());
        assertTrue(room.stream().noneMatch(entry -> entry.encode().contains("journal-b")));
        assertTrue(entries("about=" + id).isEmpty());
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        assertFalse(entries("about=" + id).isEmpty());
    }

    @Test
    void showsOnlyOneDirectionAndKind() {
        simulators.join(RunningSimulators.candidate("journal-c", "ada"));
        await().atMost(ofSeconds(30))
                .until(() -> !entries("direction=sent&about=journal-c&what=participant_joined")
                        .isEmpty());
        assertTrue(entries("direction=sent").stream()
                .allMatch(entry -> entry.getString("direction").equals("sent")));
        assertTrue(entries("direction=received&what=webhook").isEmpty());
        assertEquals(
                400,
                simulators
                        .send(simulators.request("/control/journal?direction=up"))
                        .statusCode());
    }

    @Test
    void tellsWhatHappensWhileItHappens() throws Exception {
        simulators.join(RunningSimulators.candidate("journal-d", "ada"));
        HttpRequest live = simulators
                .request("/control/journal/live?provider=control&about=journal-e")
                .build();
        var stream = simulators.http().send(live, BodyHandlers.ofLines());
        assertEquals(
                "text/event-stream", stream.headers().firstValue("Content-Type").orElseThrow());
        leave("journal-d");
        leave("journal-e");
        try (var lines = stream.body()) {
            String first =
                    lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
            assertTrue(first.contains("journal-e"));
        }
    }

    @Test
    void goesOnWhereABrowserLostTheLine() throws Exception {
        leave("journal-f");
        leave("journal-f");
        long last = entries("about=journal-f").getFirst().getLong("sequence");
        HttpRequest live = simulators
                .request("/control/journal/live?about=journal-f")
                .header("Last-Event-ID", String.valueOf(last))
                .build();
        try (var lines = simulators.http().send(live, BodyHandlers.ofLines()).body()) {
            String first =
                    lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
            assertTrue(new JsonObject(first.substring(6)).getLong("sequence") > last);
        }
    }

    private static void leave(String room) {
        simulators.leave(room, "ada", "CLIENT_INITIATED");
    }

    private static List<JsonObject> entries(String query) {
        String body =
                simulators.send(simulators.request("/control/journal?" + query)).body();
        return new JsonObject(body)
                .getJsonArray("entries").stream().map(JsonObject.class::cast).toList();
    }
}
