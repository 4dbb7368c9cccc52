package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.WebhookSink.Hook;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When LiveKit's webhooks are sent, repeated, held up and lost, to the millisecond. */
class LiveKitDeliveryTest {

    private VirtualTime time;
    private WebhookSink sink;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        start(sink.url());
    }

    private void start(String urls) {
        time = new VirtualTime();
        simulators = RunningSimulators.start(Map.of("LIVEKIT_WEBHOOK_URL", urls), time);
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    @DisplayName("providers 1.5: 429 and 5xx are repeated after 1, 2, 4 and 8 s with the same body and token")
    void repeatsTheSameBodyAndTokenAfterServerErrorsWithGrowingWaits() {
        sink.answerFirst(503, 429, 500, 502);
        announce("room_started", "retry");
        awaitRepeats(1, ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8));
        assertEquals(1, sink.hooks().stream().map(Hook::body).distinct().count());
        assertEquals(
                1,
                sink.hooks().stream()
                        .map(hook -> hook.header("Authorization"))
                        .distinct()
                        .count());
        assertEquals(List.of(), dropped());
    }

    @Test
    @DisplayName("providers 1.5: the fifth attempt is the last; then the next event goes")
    void givesUpAfterFiveAttemptsAndGoesOnWithTheNextEvent() {
        sink.answerFirst(500, 500, 500, 500, 500);
        announce("room_started", "lost");
        announce("room_finished", "lost");
        awaitRepeats(1, ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8));
        awaitAttempts(6);
        assertEquals(Optional.empty(), time.untilNext());
        assertEquals(Collections.nCopies(5, "room_started"), sink.events().subList(0, 5));
        assertEquals("room_finished", sink.events().getLast());
        assertEquals(List.of("webhook room_started given up"), dropped());
    }

    @Test
    @DisplayName("providers 1.5: a connection that fails is tried again like a 5xx, and given up after 15 s")
    void triesAgainWhenNobodyListens() throws IOException {
        simulators.close();
        start("http://127.0.0.1:" + unusedPort() + "/hooks");
        announce("room_started", "nobody");
        awaitRepeats(1, ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8));
        assertEquals(Optional.empty(), time.untilNext());
        assertEquals(List.of("webhook room_started given up"), dropped());
    }

    @Test
    @DisplayName("providers 1.5: any 4xx and 501 count as delivered")
    void countsAClientErrorAsDeliveredAnd501Too() {
        sink.answerFirst(400, 404, 501);
        announce("room_started", "refused");
        announce("participant_joined", "refused");
        announce("room_finished", "refused");
        awaitAttempts(3);
        assertEquals(Optional.empty(), time.untilNext());
        assertEquals(List.of("room_started", "participant_joined", "room_finished"), sink.events());
    }

    @Test
    @DisplayName("providers 1.5: Retry-After is honoured on 429 and 503, and on nothing else")
    void waitsAsLongAsItIsAsked() {
        sink.answerFirst(503, 429, 500);
        sink.askToWait(5);
        announce("room_started", "busy");
        awaitRepeats(1, ofSeconds(5), ofSeconds(5), ofSeconds(4));
    }

    @Test
    @DisplayName("providers 1.5: what waited for more than 30 s is dropped, what waited for just as long is sent")
    void dropsWhatWaitedTooLong() {
        Runnable answer = sink.holdNext();
        announce("room_started", "slow");
        awaitHooks(1);
        announce("participant_joined", "slow");
        time.advance(ofMillis(1));
        announce("participant_left", "slow");
        time.advance(ofSeconds(30));
        answer.run();
        awaitAttempts(2);
        assertEquals(List.of("room_started", "participant_left"), sink.events());
        assertEquals(List.of("webhook participant_joined dropped: waited too long"), dropped());
    }

    @Test
    @DisplayName("providers 1.5: one slow answer holds up its room, and no other; it is waited for without end")
    void holdsUpOnlyTheRoomOfASlowAnswer() {
        Runnable answer = sink.holdNext();
        announce("room_started", "slow");
        awaitHooks(1);
        announce("room_finished", "slow");
        announce("room_started", "quick");
        announce("room_finished", "quick");
        awaitAttempts(2);
        time.advance(ofSeconds(29));
        assertEquals(List.of("slow", "quick", "quick"), rooms());
        answer.run();
        awaitAttempts(4);
        assertEquals(List.of("slow", "quick", "quick", "slow"), rooms());
    }

    @Test
    @DisplayName("providers 1.5: 200 events wait behind the one that is sent; more are dropped")
    void dropsWhatTheQueueCannotHold() {
        Runnable answer = sink.holdNext();
        for (int event = 1; event <= 202; event++) {
            announce("room_started_" + event, "crowded");
        }
        assertEquals(List.of("webhook room_started_202 dropped: queue full"), dropped());
        answer.run();
        awaitAttempts(201);
        assertEquals("room_started_201", sink.events().getLast());
    }

    @Test
    @DisplayName("providers 1.5: every egress and ingress has a queue of its own beside its room's")
    void queuesByEgressElseIngressElseRoom() {
        sink.answerFirst(500);
        announce("room_started", "queues");
        awaitAttempts(1);
        announce("room_finished", "queues");
        announce("ingress_started", "queues", "ingressInfo", new JsonObject().put("ingressId", "IN_1"));
        announce("egress_started", "queues", "egressInfo", new JsonObject().put("egressId", "EG_1"));
        announce("egress_ended", "queues", "egressInfo", new JsonObject().put("egressId", "EG_1"));
        awaitAttempts(4);
        List<String> meanwhile = sink.events().subList(1, 4);
        assertTrue(meanwhile.containsAll(List.of("ingress_started", "egress_started", "egress_ended")));
        assertTrue(meanwhile.indexOf("egress_started") < meanwhile.indexOf("egress_ended"));
        time.advance(ofSeconds(1));
        awaitAttempts(6);
        assertEquals(List.of("room_started", "room_finished"), sink.events().subList(4, 6));
    }

    @Test
    @DisplayName("providers 1.5: egress_ended may come before or after room_finished")
    void ordersNoEgressAgainstItsRoom() {
        JsonObject egress = new JsonObject().put("egressId", "EG_1");
        sink.answerFirst(500);
        announce("room_finished", "late");
        awaitAttempts(1);
        announce("egress_ended", "late", "egressInfo", egress);
        awaitAttempts(2);
        time.advance(ofSeconds(1));
        awaitAttempts(3);
        assertEquals(List.of("egress_ended", "room_finished"), sink.events().subList(1, 3));

        sink.answerFirst(500);
        announce("egress_ended", "early", "egressInfo", egress);
        awaitAttempts(4);
        announce("room_finished", "early");
        awaitAttempts(5);
        time.advance(ofSeconds(1));
        awaitAttempts(6);
        assertEquals(List.of("room_finished", "egress_ended"), sink.events().subList(4, 6));
    }

    @Test
    @DisplayName("providers 1.5: several receivers each get a copy under the same id; one that fails stops no other")
    void tellsSeveralReceivers() {
        simulators.close();
        try (WebhookSink other = new WebhookSink()) {
            start(sink.url() + ", " + other.url());
            other.answerFirst(500);
            announce("room_started", "copied");
            announce("room_finished", "copied");
            awaitAttempts(3);
            assertEquals(List.of("room_started", "room_finished"), sink.events());
            assertEquals(List.of("room_started"), other.events());
            time.advance(ofSeconds(1));
            awaitAttempts(5);
            assertEquals(List.of("room_started", "room_started", "room_finished"), other.events());
            assertEquals(id(sink, "room_finished"), id(other, "room_finished"));
        }
    }

    /** Waits for the next so many answers and moves the time to each repeat; it must be due after exactly that wait. */
    private void awaitRepeats(int answered, Duration... waits) {
        int attempts = answered;
        for (Duration wait : waits) {
            awaitAttempts(attempts);
            assertEquals(Optional.of(wait), time.untilNext());
            time.advance(wait);
            attempts++;
        }
        awaitAttempts(attempts);
    }

    private void announce(String event, String room) {
        announce(event, room, "room", new JsonObject().put("name", room));
    }

    private void announce(String event, String room, String subject, JsonObject about) {
        simulators.control(
                "/livekit/webhook",
                new JsonObject()
                        .put("event", event)
                        .put("room", new JsonObject().put("name", room))
                        .put(subject, about));
    }

    private void awaitAttempts(int count) {
        await().atMost(ofSeconds(30)).until(() -> simulators.attempts() >= count);
    }

    private void awaitHooks(int count) {
        await().atMost(ofSeconds(30)).until(() -> sink.hooks().size() == count);
    }

    /** What the journal notes of webhooks that nobody got. */
    private List<String> dropped() {
        return simulators.journal("livekit&direction=noted&what=webhook").stream()
                .map(entry -> entry.getString("what"))
                .toList();
    }

    private List<String> rooms() {
        return sink.hooks().stream()
                .map(hook -> hook.json().getJsonObject("room").getString("name"))
                .toList();
    }

    private static String id(WebhookSink receiver, String event) {
        return receiver.first(event).json().getString("id");
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
