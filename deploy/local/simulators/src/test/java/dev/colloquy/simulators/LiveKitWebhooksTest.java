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
    void announcesAVisitInOrderAndVerifiably() {
        visit();
        awaitEvents(4);
        assertEquals(List.of("room_started", "participant_joined", "participant_left", "room_finished"), sink.events());

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
    void repeatsTheSameBodyAndTokenAfterServerErrorsWithGrowingWaits() {
        sink.answerFirst(503, 429, 500);
        simulators.join(RunningSimulators.candidate("retry", "ada"));
        awaitEvents(5);
        List<Hook> started = sink.hooks().subList(0, 4);
        assertEquals(1, started.stream().map(Hook::body).distinct().count());
        assertEquals(
                1,
                started.stream()
                        .map(hook -> hook.header("Authorization"))
                        .distinct()
                        .count());
        assertTrue(wait(started, 2) > wait(started, 0));
        assertEquals("participant_joined", sink.events().get(4));
    }

    @Test
    void countsAClientErrorAsDeliveredAnd501Too() {
        sink.answerFirst(400, 501);
        simulators.join(RunningSimulators.candidate("refused", "ada"));
        awaitEvents(2);
        assertEquals(List.of("room_started", "participant_joined"), sink.events());
    }

    @Test
    void givesUpAfterFiveAttemptsAndGoesOnWithTheNextEvent() {
        sink.answerFirst(500, 500, 500, 500, 500);
        simulators.join(RunningSimulators.candidate("lost", "ada"));
        awaitEvents(6);
        assertEquals(5, sink.events().stream().filter("room_started"::equals).count());
        assertEquals("participant_joined", sink.events().get(5));
    }

    @Test
    void dropsWhatWaitedTooLongBehindRefusedEvents() {
        // Each refused event holds the queue for 15 s (scaled): the later ones wait for more than 30 s.
        sink.answerFirst(Collections.nCopies(20, 500).toArray(Integer[]::new));
        for (int join = 0; join < 3; join++) {
            simulators.join(RunningSimulators.candidate("slow", "ada"));
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
        simulators.join(RunningSimulators.candidate("faulty", "ada"));
        awaitEvents(2);
        assertEquals(List.of("participant_joined", "participant_joined"), sink.events());
        Hook hook = sink.hooks().getFirst();
        assertThrows(RuntimeException.class, () -> oracle.receive(hook.body(), hook.header("Authorization")));
    }

    private void visit() {
        simulators.join(RunningSimulators.candidate("visit", "ada"));
        simulators.control(
                "/livekit/leave", new JsonObject().put("room", "visit").put("identity", "ada"));
    }

    private void awaitEvents(int count) {
        await().atMost(ofSeconds(10)).until(() -> sink.hooks().size() >= count);
    }

    private static long wait(List<Hook> hooks, int attempt) {
        return TimeUnit.NANOSECONDS.toMillis(
                hooks.get(attempt + 1).nanos() - hooks.get(attempt).nanos());
    }
}
