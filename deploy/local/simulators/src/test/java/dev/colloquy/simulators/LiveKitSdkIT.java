package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.EmbeddedS3;
import dev.colloquy.local.embedded.PartFolder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** LiveKit's own Node SDK judges the API, in JSON, and the webhooks that follow from what it did. */
class LiveKitSdkIT {

    private static EmbeddedS3 s3;
    private static WebhookSink sink;
    private static RunningSimulators simulators;
    private static JsonObject seen;
    private static JsonObject received;

    @BeforeAll
    static void judge() throws IOException {
        s3 = EmbeddedS3.start(PartFolder.temporary("s3"), 0, "recordings", "access", "secret-of-the-bucket");
        sink = new WebhookSink();
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.put("LIVEKIT_WEBHOOK_URL", sink.url());
        environment.put("SIMULATE_TIME_SCALE", "1");
        simulators = RunningSimulators.start(environment);
        Judge sdk = Judge.install("livekit");
        Map<String, String> account = Map.of(
                "LIVEKIT_URL", simulators.url(),
                "LIVEKIT_API_KEY", RunningSimulators.LIVEKIT_KEY,
                "LIVEKIT_API_SECRET", RunningSimulators.LIVEKIT_SECRET,
                "CANDIDATE_TOKEN", RunningSimulators.candidate("judged", "ada"),
                "S3_ENDPOINT", s3.environment().get("S3_ENDPOINT"));
        seen = sdk.script("api.mjs", account);
        await().atMost(ofSeconds(30)).until(() -> sink.events().contains("room_finished") && endedEgresses() == 2);
        received = sdk.script("webhooks.mjs", account, write(hooks()));
    }

    @AfterAll
    static void stop() {
        simulators.close();
        sink.close();
        s3.close();
    }

    @Test
    @DisplayName("providers 1.3: rooms are created once, listed, described and deleted")
    void keepsRooms() {
        JsonObject room = seen.getJsonObject("room");
        assertTrue(room.getString("sid").startsWith("RM_"));
        assertTrue(room.getBoolean("same"));
        assertEquals(6000, room.getInteger("emptyTimeout"));
        assertEquals(4000, room.getInteger("departureTimeout"));
        assertEquals(1, room.getInteger("listed"));
        assertEquals("new", room.getString("metadata"));
        assertRefused("deletedAgain", 404, "not_found", "requested room does not exist");
    }

    @Test
    @DisplayName("providers 1.3: a participant is muted, updated and removed")
    void changesParticipants() {
        JsonObject candidate = seen.getJsonObject("candidate");
        assertEquals("ACTIVE", candidate.getString("state"));
        assertEquals("MICROPHONE", candidate.getString("source"));
        assertTrue(candidate.getBoolean("muted"));
        assertEquals("Ada", candidate.getString("name"));
        assertEquals(new JsonObject().put("role", "candidate"), candidate.getJsonObject("attributes"));
        assertRefused("unmuted", 412, "failed_precondition", "remote unmute not enabled");
        assertRefused("removedAgain", 404, "not_found", "participant does not exist");
        assertRefused("forwarded", 500, "unknown", "not implemented");
        assertRefused("moved", 500, "unknown", "not implemented");
    }

    @Test
    @DisplayName("providers 1.3: nobody answers for a room that is gone; its list of participants is empty")
    void knowsNothingOfRoomsThatAreGone() {
        assertRefused("dataToNobody", 503, "unavailable", "no response from servers");
        assertRefused("dispatchesOfNobody", 503, "unavailable", "no response from servers");
        assertRefused("recordingNobody", 404, "not_found", "requested room does not exist");
        assertEquals(0, seen.getJsonObject("refusals").getInteger("participantsOfNobody"));
    }

    @Test
    @DisplayName("providers 1.3: a dispatch brings an agent")
    void dispatchesAgents() {
        JsonObject dispatch = seen.getJsonObject("dispatch");
        assertEquals(1, dispatch.getInteger("agents"));
        assertEquals(1, dispatch.getInteger("jobs"));
        assertEquals("{\"sessionId\":\"s1\"}", dispatch.getString("metadata"));
    }

    @Test
    @DisplayName("providers 1.4: a recording is stopped, another ends with its room, both leave a file")
    void records() {
        JsonObject egress = seen.getJsonObject("egress");
        assertEquals("EGRESS_STARTING", egress.getString("started"));
        assertEquals("EGRESS_ENDING", egress.getString("stopping"));
        JsonObject stopped = egress.getJsonObject("ended");
        assertEquals("EGRESS_COMPLETE", stopped.getString("status"));
        assertEquals("End reason: StopEgress API", stopped.getString("details"));
        assertEquals("judged/judged.ogg", stopped.getString("file"));
        assertTrue(stopped.getString("location").endsWith("/recordings/judged/judged.ogg"));
        assertTrue(stopped.getDouble("seconds") > 0 && stopped.getInteger("bytes") > 0);
        assertEquals(1, egress.getInteger("active"));
        JsonObject closed = egress.getJsonObject("closed");
        assertEquals("End reason: Source closed", closed.getString("details"));
        assertTrue(closed.getString("file").matches("unified/judged-\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.ogg"));
        assertRefused(
                "stoppedAgain", 412, "failed_precondition", "egress with status EGRESS_COMPLETE cannot be stopped");
        assertRefused("unknownEgress", 404, "not_found", "egress does not exist");
    }

    @Test
    @DisplayName("providers 1.3: methods nobody serves are a bad route; a wrong secret is refused in plain text")
    void refusesAsTheServerDoes() {
        assertRefused("layout", 404, "bad_route", "no handler for path \"/twirp/livekit.Egress/UpdateLayout\"");
        JsonObject wrongSecret = seen.getJsonObject("refusals").getJsonObject("wrongSecret");
        assertEquals(401, wrongSecret.getInteger("status"));
        assertTrue(wrongSecret.getString("message").startsWith("invalid token"));
    }

    @Test
    @DisplayName("providers 1.5: LiveKit's receiver believes every webhook, and not one changed byte")
    void signsWebhooks() {
        List<String> events = received.getJsonArray("events").stream()
                .map(event -> ((JsonObject) event).getString("event"))
                .toList();
        assertTrue(
                events.containsAll(List.of(
                        "room_started",
                        "participant_joined",
                        "track_published",
                        "egress_started",
                        "egress_updated",
                        "egress_ended",
                        "track_unpublished",
                        "participant_left",
                        "room_finished")),
                events.toString());
        assertTrue(received.getBoolean("refusesChangedBytes"));
        assertTrue(received.getBoolean("refusesReprinted"));
        assertTrue(received.getBoolean("refusesBearer"));
    }

    private static long endedEgresses() {
        return sink.events().stream().filter("egress_ended"::equals).count();
    }

    private static JsonArray hooks() {
        return new JsonArray(sink.hooks().stream()
                .map(hook ->
                        new JsonObject().put("body", hook.body()).put("authorization", hook.header("Authorization")))
                .toList());
    }

    private static String write(JsonArray hooks) throws IOException {
        return Files.writeString(Path.of("target/node/livekit/hooks.json"), hooks.encode())
                .toAbsolutePath()
                .toString();
    }

    private static void assertRefused(String call, int status, String code, String message) {
        assertEquals(
                new JsonObject()
                        .put("known", true)
                        .put("status", status)
                        .put("code", code)
                        .put("message", message),
                seen.getJsonObject("refusals").getJsonObject(call));
    }
}
