package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.WebhookReceiver;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the receivers of webhooks meet when faults are armed. */
class WebhookFaultsTest {

    private WebhookSink sink;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        simulators = RunningSimulators.start(
                Map.of("LIVEKIT_WEBHOOK_URL", sink.url(), "ELEVENLABS_WEBHOOK_URL", sink.url()));
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    void dropsDoublesAndReordersByKind() {
        simulators.arm("livekit.webhook", "reorder", Map.of("match", "participant_joined"));
        simulators.arm("livekit.webhook", "duplicate", Map.of("match", "participant_left"));
        simulators.arm("livekit.webhook", "drop", Map.of("match", "room_started"));
        visit();
        awaitHooks(6);
        assertEquals(
                List.of(
                        "track_published",
                        "participant_joined",
                        "track_unpublished",
                        "participant_left",
                        "participant_left",
                        "room_finished"),
                sink.events());
        assertEquals(sink.hooks().get(3).body(), sink.hooks().get(4).body());
    }

    @Test
    void sendsWhatNothingOvertakesAfterAWhile() {
        simulators.arm("livekit.webhook", "reorder", Map.of("match", "track_published"));
        simulators.join(RunningSimulators.candidate("alone", "ada"));
        awaitHooks(3);
        assertEquals(List.of("room_started", "participant_joined", "track_published"), sink.events());
    }

    @Test
    void delaysOne() {
        simulators.arm("livekit.webhook", "delay", Map.of("match", "participant_joined", "ms", 15_000));
        simulators.join(RunningSimulators.candidate("late", "ada"));
        awaitHooks(2);
        long gap = sink.hooks().get(1).nanos() - sink.hooks().get(0).nanos();
        assertTrue(gap >= ofMillis(250).toNanos(), () -> "came after " + gap / 1_000_000 + " ms");
    }

    @Test
    void signsAnotherBodyOrWithAnotherSecretOrAtAnotherTime() {
        simulators.arm("livekit.webhook", "badSignature", Map.of("match", "room_started"));
        simulators.arm("livekit.webhook", "wrongSecret", Map.of("match", "participant_joined"));
        simulators.arm("livekit.webhook", "clockSkew", Map.of("match", "participant_left", "seconds", -3600));
        visit();
        awaitHooks(6);
        WebhookReceiver oracle = new WebhookReceiver(RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        for (String event : List.of("room_started", "participant_joined", "participant_left")) {
            Hook hook = sink.first(event);
            Assertions.assertThrows(
                    Exception.class, () -> oracle.receive(hook.body(), hook.header("Authorization")), event);
        }
        var secret =
                JWT.require(Algorithm.HMAC256(RunningSimulators.LIVEKIT_SECRET)).build();
        assertTrue(secret.verify(sink.first("room_started").header("Authorization"))
                        .getClaim("sha256")
                        .asString()
                        .length()
                > 40);
        Assertions.assertThrows(
                SignatureVerificationException.class,
                () -> secret.verify(sink.first("participant_joined").header("Authorization")));
        Instant issued = JWT.decode(sink.first("participant_left").header("Authorization"))
                .getIssuedAtAsInstant();
        assertTrue(issued.isBefore(Instant.now().minusSeconds(3500)));
    }

    @Test
    void letsElevenLabsSignAnHourAhead() {
        simulators.arm("elevenlabs.webhook", "clockSkew", Map.of("match", "post_call_transcription"));
        String id = simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "a"))
                .getString("conversation_id");
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        awaitHooks(2);
        String signature = sink.first("post_call_transcription").header("ElevenLabs-Signature");
        long signedAt = Long.parseLong(signature.replaceAll("^t=(\\d+),.*", "$1"));
        assertTrue(signedAt > Instant.now().getEpochSecond() + 3500);
    }

    private void visit() {
        simulators.join(RunningSimulators.candidate("visit", "ada"));
        simulators.control(
                "/livekit/leave", new JsonObject().put("room", "visit").put("identity", "ada"));
    }

    private void awaitHooks(int count) {
        await().atMost(ofSeconds(20)).until(() -> sink.hooks().size() >= count);
    }
}
