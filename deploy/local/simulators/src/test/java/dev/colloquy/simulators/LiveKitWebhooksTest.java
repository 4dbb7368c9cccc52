package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.RoomServiceClient;
import io.livekit.server.WebhookReceiver;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitWebhook.WebhookEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What LiveKit's own receiver makes of the webhooks, and how they are repeated. */
class LiveKitWebhooksTest {

    private final WebhookReceiver oracle =
            new WebhookReceiver(RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
    private WebhookSink sink;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        simulators = RunningSimulators.start(Map.of("LIVEKIT_WEBHOOK_URL", sink.url()));
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    @DisplayName("providers 1.5: a visit is announced in order, and LiveKit's own receiver believes it")
    void announcesAVisitInOrderAndVerifiably() {
        simulators.join(RunningSimulators.candidate("visit", "ada"));
        simulators.control(
                "/livekit/leave", new JsonObject().put("room", "visit").put("identity", "ada"));
        awaitEvents(6);
        assertEquals(
                List.of(
                        "room_started",
                        "participant_joined",
                        "track_published",
                        "track_unpublished",
                        "participant_left",
                        "room_finished"),
                sink.events());

        Hook left = sink.first("participant_left");
        WebhookEvent event = oracle.receive(left.body(), left.header("Authorization"));
        assertEquals(DisconnectReason.CLIENT_INITIATED, event.getParticipant().getDisconnectReason());
        assertEquals("application/webhook+json", left.header("Content-Type"));
        assertEquals("LiveKit", left.header("User-Agent"));
        assertFalse(left.json().getJsonObject("participant").containsKey("kind"));
        assertFalse(left.json().getJsonObject("room").containsKey("numParticipants"));
        JsonObject joined = sink.first("participant_joined").json();
        assertEquals(1, joined.getJsonObject("room").getInteger("numParticipants"));
        assertTrue(joined.getValue("createdAt") instanceof String);
    }

    @Test
    @DisplayName("providers 1.5: 429 and 5xx are repeated after 1, 2, 4 and 8 s with the same body and token")
    void repeatsTheSameBodyAndTokenAfterServerErrorsWithGrowingWaits() {
        sink.answerFirst(503, 429, 500);
        simulators.joinSilently(RunningSimulators.candidate("retry", "ada"));
        awaitEvents(5);
        List<Hook> started = sink.hooks().subList(0, 4);
        assertEquals(1, started.stream().map(Hook::body).distinct().count());
        assertEquals(
                1,
                started.stream()
                        .map(hook -> hook.header("Authorization"))
                        .distinct()
                        .count());
        // 1, 2 and 4 s, scaled; a busy machine may add to each, never take from it.
        assertTrue(wait(started, 0) >= 20 && wait(started, 1) >= 40 && wait(started, 2) >= 80);
        assertEquals("participant_joined", sink.events().get(4));
    }

    @Test
    @DisplayName("providers 1.5: any 4xx and 501 count as delivered")
    void countsAClientErrorAsDeliveredAnd501Too() {
        sink.answerFirst(400, 501);
        simulators.joinSilently(RunningSimulators.candidate("refused", "ada"));
        awaitEvents(2);
        assertEquals(List.of("room_started", "participant_joined"), sink.events());
    }

    @Test
    @DisplayName("providers 1.5: the fifth attempt is the last")
    void givesUpAfterFiveAttemptsAndGoesOnWithTheNextEvent() {
        sink.answerFirst(500, 500, 500, 500, 500);
        simulators.joinSilently(RunningSimulators.candidate("lost", "ada"));
        awaitEvents(6);
        assertEquals(5, sink.events().stream().filter("room_started"::equals).count());
        assertEquals("participant_joined", sink.events().get(5));
    }

    @Test
    @DisplayName("providers 1.5: what waited for more than 30 s is dropped")
    void dropsWhatWaitedTooLongBehindRefusedEvents() {
        // Each refused event holds the queue for 15 s (scaled): the later ones wait for more than 30 s.
        sink.answerFirst(Collections.nCopies(20, 500).toArray(Integer[]::new));
        for (int join = 0; join < 3; join++) {
            simulators.joinSilently(RunningSimulators.candidate("slow", "ada"));
        }
        await().atMost(ofSeconds(10))
                .until(() -> simulators.journal("livekit").stream()
                        .anyMatch(entry -> entry.getString("what").endsWith("dropped: waited too long")));
    }

    @Test
    void strikesWithArmedFaults() {
        simulators.arm("livekit.webhook", "drop", Map.of());
        simulators.arm("livekit.webhook", "duplicate", Map.of());
        simulators.arm("livekit.webhook", "badSignature", Map.of());
        simulators.joinSilently(RunningSimulators.candidate("faulty", "ada"));
        awaitEvents(2);
        assertEquals(List.of("participant_joined", "participant_joined"), sink.events());
        Hook hook = sink.hooks().getFirst();
        assertThrows(RuntimeException.class, () -> oracle.receive(hook.body(), hook.header("Authorization")));
    }

    @Test
    @DisplayName("providers 1.5: Retry-After is honoured on 429 and 503")
    void waitsAsLongAsItIsAsked() {
        sink.answerFirst(503);
        sink.askToWait(5);
        simulators.joinSilently(RunningSimulators.candidate("busy", "ada"));
        awaitEvents(2);
        assertTrue(wait(sink.hooks(), 0) >= 100, "5 s, scaled");
    }

    @Test
    @DisplayName("providers 1.5: one whose media never connect aborted, and neither joined nor left")
    void tellsWhoNeverConnected() {
        simulators.control(
                "/livekit/join",
                new JsonObject()
                        .put("token", RunningSimulators.candidate("unconnected", "ada"))
                        .put("connects", false));
        awaitEvents(2);
        assertEquals(
                List.of("room_started", "participant_connection_aborted"),
                sink.events().subList(0, 2));
        JsonObject participant = sink.hooks().get(1).json().getJsonObject("participant");
        assertEquals("JOIN_FAILURE", participant.getString("disconnectReason"));
    }

    @Test
    @DisplayName("providers 1.3, 1.5: the evicted duplicate leaves before its successor joins, under another sid")
    void pairsDuplicatesBySid() {
        simulators.joinSilently(RunningSimulators.candidate("twins", "ada"));
        simulators.joinSilently(RunningSimulators.candidate("twins", "ada"));
        awaitEvents(4);
        assertEquals(
                List.of("room_started", "participant_joined", "participant_left", "participant_joined"), sink.events());
        JsonObject left = sink.hooks().get(2).json().getJsonObject("participant");
        assertEquals("DUPLICATE_IDENTITY", left.getString("disconnectReason"));
        assertEquals(participantSid(1), left.getString("sid"));
        assertNotEquals(participantSid(3), left.getString("sid"));
    }

    @Test
    @DisplayName("providers 1.5: events about tracks carry of room and participant only who they are")
    void abbreviatesWhatTracksBelongTo() {
        simulators.join(RunningSimulators.candidate("brief", "ada"));
        awaitEvents(3);
        JsonObject event = sink.first("track_published").json();
        assertEquals(Set.of("sid", "name"), event.getJsonObject("room").fieldNames());
        assertEquals(
                Set.of("sid", "identity"), event.getJsonObject("participant").fieldNames());
        assertFalse(event.getJsonObject("track").containsKey("type"), "AUDIO is zero");
    }

    @Test
    @DisplayName("providers 1.5: whitespace between tokens varies")
    void variesItsWhitespace() {
        for (int join = 0; join < 4; join++) {
            simulators.joinSilently(RunningSimulators.candidate("loose-" + join, "ada"));
        }
        awaitEvents(8);
        String all = sink.hooks().stream().map(Hook::body).collect(Collectors.joining());
        assertTrue(all.contains(", \"") && all.contains(",\""), all);
    }

    @Test
    @DisplayName("providers 1.5: events the server has no cause for can be sent by hand, known kinds or not")
    void sendsAnyEvent() {
        JsonObject ingress = new JsonObject()
                .put("event", "ingress_started")
                .put("ingressInfo", new JsonObject().put("ingressId", "IN_1"));
        JsonObject job =
                new JsonObject().put("event", "agent_job_ended").put("job", new JsonObject().put("id", "AJ_1"));
        simulators.control("/livekit/webhook", ingress);
        simulators.control("/livekit/webhook", job);
        awaitEvents(2);
        Hook started = sink.first("ingress_started");
        assertEquals(
                "IN_1",
                oracle.receive(started.body(), started.header("Authorization"))
                        .getIngressInfo()
                        .getIngressId());
        assertEquals(
                "AJ_1",
                sink.first("agent_job_ended").json().getJsonObject("job").getString("id"));
    }

    @Test
    @DisplayName("providers 1.5: one slow answer holds up its room, and no other")
    void holdsUpOnlyTheRoomOfASlowAnswer() {
        sink.answerSlowly(ofSeconds(1));
        simulators.joinSilently(RunningSimulators.candidate("slow", "ada"));
        await().atMost(ofSeconds(5)).until(() -> sink.hooks().size() == 1);
        simulators.joinSilently(RunningSimulators.candidate("quick", "bob"));
        awaitEvents(3);
        assertEquals(
                List.of("slow", "quick", "quick"),
                sink.hooks().subList(0, 3).stream()
                        .map(hook -> hook.json().getJsonObject("room").getString("name"))
                        .toList());
    }

    @Test
    @DisplayName("providers 1.3, 1.5: DeleteRoom kicks everybody; events of room and participant carry the metadata")
    void tellsWhoWasKicked() throws IOException {
        RoomServiceClient rooms = RoomServiceClient.createClient(
                simulators.url(), RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        rooms.createRoom("deleted", null, null, null, "{\"a\":\"<b>\"}").execute();
        simulators.joinSilently(RunningSimulators.candidate("deleted", "ada"));
        rooms.deleteRoom("deleted").execute();
        awaitEvents(4);
        JsonObject left = sink.first("participant_left").json();
        assertEquals("ROOM_DELETED", left.getJsonObject("participant").getString("disconnectReason"));
        assertEquals("{\"a\":\"<b>\"}", left.getJsonObject("room").getString("metadata"));
        assertTrue(sink.first("room_finished").body().contains("<b>"), "Go does not escape markup");
    }

    @Test
    @DisplayName("providers 1.5: several receivers each get a copy under the same id")
    void tellsSeveralReceivers() {
        try (WebhookSink other = new WebhookSink();
                RunningSimulators both =
                        RunningSimulators.start(Map.of("LIVEKIT_WEBHOOK_URL", sink.url() + ", " + other.url()))) {
            other.answerFirst(500);
            both.joinSilently(RunningSimulators.candidate("copied", "ada"));
            await().atMost(ofSeconds(5)).until(() -> other.hooks().size() == 3);
            assertEquals(
                    sink.first("participant_joined").json().getString("id"),
                    other.first("participant_joined").json().getString("id"));
            assertEquals(2, sink.hooks().size());
        }
    }

    private String participantSid(int hook) {
        return sink.hooks().get(hook).json().getJsonObject("participant").getString("sid");
    }

    private void awaitEvents(int count) {
        await().atMost(ofSeconds(10)).until(() -> sink.hooks().size() >= count);
    }

    private static long wait(List<Hook> hooks, int attempt) {
        return TimeUnit.NANOSECONDS.toMillis(
                hooks.get(attempt + 1).nanos() - hooks.get(attempt).nanos());
    }
}
