package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.WebhookReceiver;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

    private void awaitEvents(int count) {
        await().atMost(ofSeconds(10)).until(() -> sink.hooks().size() >= count);
    }

    private static long wait(List<Hook> hooks, int attempt) {
        return TimeUnit.NANOSECONDS.toMillis(
                hooks.get(attempt + 1).nanos() - hooks.get(attempt).nanos());
    }
}
