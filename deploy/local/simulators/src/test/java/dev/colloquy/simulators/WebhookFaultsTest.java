package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.WebhookReceiver;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the receivers of webhooks meet when faults are armed. */
class WebhookFaultsTest {

    private final WebhookReceiver oracle =
            new WebhookReceiver(RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
    private VirtualTime time;
    private WebhookSink sink;
    private WebhookSink second;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        time = new VirtualTime();
        sink = new WebhookSink();
        second = new WebhookSink();
        simulators = RunningSimulators.start(
                Map.of("LIVEKIT_WEBHOOK_URL", sink.url() + "," + second.url(), "ELEVENLABS_WEBHOOK_URL", sink.url()),
                time);
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
        second.close();
    }

    @Test
    @DisplayName(
            "R11, providers 1.5: events are dropped, doubled with the same bytes and reordered, for every receiver")
    void dropsDoublesAndReordersByKind() {
        simulators.arm("livekit.webhook", "reorder", Map.of("match", "participant_joined"));
        simulators.arm("livekit.webhook", "duplicate", Map.of("match", "participant_left"));
        simulators.arm("livekit.webhook", "drop", Map.of("match", "room_started"));
        visit();
        awaitHooks(5);
        time.advance(ofSeconds(20));
        awaitHooks(6);
        List<String> expected = List.of(
                "track_published",
                "participant_joined",
                "track_unpublished",
                "participant_left",
                "participant_left",
                "room_finished");
        assertEquals(expected, sink.events());
        assertEquals(expected, second.events());
        assertEquals(sink.hooks().get(3).body(), sink.hooks().get(4).body());
        assertEquals(
                sink.hooks().get(3).header("Authorization"), sink.hooks().get(4).header("Authorization"));
    }

    @Test
    @DisplayName("R11: a fault that strikes once strikes one event, in all its copies, and not the next")
    void strikesAnEventAndNotACopy() {
        simulators.arm("livekit.webhook", "drop", Map.of("match", "participant_*", "times", 1));
        visit();
        awaitHooks(4);
        List<String> expected = List.of("room_started", "track_published", "track_unpublished", "participant_left");
        assertEquals(expected, sink.events());
        assertEquals(expected, second.events());
    }

    @Test
    @DisplayName("R11: one that nothing overtakes comes by itself after 10 s")
    void sendsWhatNothingOvertakesAfterAWhile() {
        simulators.arm("livekit.webhook", "reorder", Map.of("match", "track_published"));
        simulators.join(RunningSimulators.candidate("alone", "ada"));
        awaitHooks(2);
        assertEquals(0, time.advance(ofSeconds(10).minusMillis(1)));
        assertEquals(2, time.advance(ofMillis(1)), "one for each receiver");
        awaitHooks(3);
        assertEquals(List.of("room_started", "participant_joined", "track_published"), sink.events());
    }

    @Test
    @DisplayName("R11, W7: a delayed one comes later by so much, and holds up those behind it")
    void delaysOne() {
        simulators.arm("livekit.webhook", "delay", Map.of("match", "participant_joined", "ms", 15_000));
        simulators.join(RunningSimulators.candidate("late", "ada"));
        await().atMost(ofSeconds(30)).until(() -> simulators.attempts() == 2);
        assertEquals(0, time.advance(ofMillis(14_999)));
        assertEquals(2, time.advance(ofMillis(1)), "one for each receiver");
        awaitHooks(3);
        assertEquals(List.of("room_started", "participant_joined", "track_published"), sink.events());
    }

    @Test
    @DisplayName("R11, providers 1.5: badSignature is the true sender's token for other bytes")
    void signsAnotherBody() throws NoSuchAlgorithmException {
        Hook hook = struck("badSignature", Map.of());
        DecodedJWT token = JWT.require(Algorithm.HMAC256(RunningSimulators.LIVEKIT_SECRET))
                .build()
                .verify(hook.header("Authorization"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(hook.body().getBytes(StandardCharsets.UTF_8));
        assertNotEquals(
                Base64.getEncoder().encodeToString(hash),
                token.getClaim("sha256").asString());
    }

    @Test
    @DisplayName("R11, providers 1.5: wrongSecret is a token by somebody who does not know the secret")
    void signsWithAnotherSecret() {
        Hook hook = struck("wrongSecret", Map.of());
        assertThrows(
                SignatureVerificationException.class,
                () -> JWT.require(Algorithm.HMAC256(RunningSimulators.LIVEKIT_SECRET))
                        .build()
                        .verify(hook.header("Authorization")));
    }

    @Test
    @DisplayName("R11, providers 1.5: clockSkew signs at the time of a wrong clock, here an hour behind")
    void signsAtAnotherTime() {
        Hook hook = struck("clockSkew", Map.of("seconds", -3600));
        assertEquals(
                time.now().truncatedTo(SECONDS).minusSeconds(3600),
                JWT.decode(hook.header("Authorization")).getIssuedAtAsInstant());
    }

    @Test
    @DisplayName("R11, providers 2.3: ElevenLabs' clock may be an hour ahead")
    void letsElevenLabsSignAnHourAhead() {
        simulators.arm("elevenlabs.webhook", "clockSkew", Map.of("match", "post_call_transcription"));
        String id = simulators
                .control("/elevenlabs/conversations", new JsonObject().put("agent_id", "a"))
                .getString("conversation_id");
        simulators.control("/elevenlabs/conversations/" + id + "/end", new JsonObject());
        await().atMost(ofSeconds(30)).until(() -> {
            time.advance(ofSeconds(1));
            return sink.hooks().size() == 2;
        });
        String signature = sink.first("post_call_transcription").header("ElevenLabs-Signature");
        long signedAt = Long.parseLong(signature.replaceAll("^t=(\\d+),.*", "$1"));
        long eventAt = sink.first("post_call_transcription").json().getLong("event_timestamp");
        assertEquals(eventAt + 3600, signedAt);
    }

    /** An event that this fault struck; LiveKit's own receiver does not believe it, but the one behind it. */
    private Hook struck(String fault, Map<String, Object> parameters) {
        simulators.arm("livekit.webhook", fault, parameters);
        simulators.joinSilently(RunningSimulators.candidate("struck", "ada"));
        awaitHooks(2);
        Hook struck = sink.first("room_started");
        assertThrows(Exception.class, () -> oracle.receive(struck.body(), struck.header("Authorization")));
        Hook sound = sink.first("participant_joined");
        assertEquals(
                "participant_joined",
                oracle.receive(sound.body(), sound.header("Authorization")).getEvent());
        return struck;
    }

    private void visit() {
        simulators.join(RunningSimulators.candidate("visit", "ada"));
        simulators.leave("visit", "ada", "CLIENT_INITIATED");
    }

    /** At both receivers. */
    private void awaitHooks(int count) {
        await().atMost(ofSeconds(30))
                .until(() -> sink.hooks().size() >= count && second.hooks().size() >= count);
    }
}
