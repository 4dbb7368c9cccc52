package dev.colloquy.simulators;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.WebhookReceiver;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitWebhook.WebhookEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LiveKit's webhooks tell of rooms and their participants, and what LiveKit's own receiver makes of them. */
class LiveKitWebhooksTest {

    private final WebhookReceiver oracle =
            new WebhookReceiver(RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
    private VirtualTime time;
    private WebhookSink sink;
    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        sink = new WebhookSink();
        time = new VirtualTime();
        simulators = RunningSimulators.start(Map.of("LIVEKIT_WEBHOOK_URL", sink.url()), time);
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
        simulators.leave("visit", "ada", "CLIENT_INITIATED");
        awaitEvents(5);
        time.advance(ofSeconds(20));
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
        assertFalse(left.json().getJsonObject("participant").containsKey("kind"), "a human is zero");
        assertFalse(left.json().getJsonObject("room").containsKey("numParticipants"), "nobody is zero");
        JsonObject joined = sink.first("participant_joined").json();
        assertEquals(1, joined.getJsonObject("room").getInteger("numParticipants"));
        assertEquals("ACTIVE", joined.getJsonObject("participant").getString("state"));
        assertTrue(joined.getValue("createdAt") instanceof String);
    }

    @Test
    @DisplayName(
            "providers 1.5: the bare JWT is of the API key, for 5 minutes, with the base64 hash of the exact bytes")
    void signsForFiveMinutes() throws NoSuchAlgorithmException {
        time.advance(ofMinutes(1));
        simulators.joinSilently(RunningSimulators.candidate("signed", "ada"));
        awaitEvents(2);
        Hook hook = sink.hooks().getFirst();
        DecodedJWT token = JWT.decode(hook.header("Authorization"));
        assertEquals(RunningSimulators.LIVEKIT_KEY, token.getIssuer());
        assertEquals(time.now().truncatedTo(ChronoUnit.SECONDS), token.getIssuedAtAsInstant());
        assertEquals(token.getIssuedAtAsInstant(), token.getNotBeforeAsInstant());
        assertEquals(token.getIssuedAtAsInstant().plus(ofMinutes(5)), token.getExpiresAtAsInstant());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(hook.body().getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Base64.getEncoder().encodeToString(hash),
                token.getClaim("sha256").asString());
    }

    @Test
    @DisplayName("providers 1.5: one whose media never connect aborted after a minute, and neither joined nor left")
    void tellsWhoNeverConnected() {
        simulators.control(
                "/livekit/join",
                new JsonObject()
                        .put("token", RunningSimulators.candidate("unconnected", "ada"))
                        .put("connects", false));
        assertEquals(0, time.advance(ofMinutes(1).minusMillis(1)));
        assertEquals(1, time.advance(ofMillis(1)));
        awaitEvents(2);
        assertEquals(List.of("room_started", "participant_connection_aborted"), sink.events());
        assertEquals("JOIN_FAILURE", participant(1).getString("disconnectReason"));
    }

    @Test
    @DisplayName("providers 1.3, 1.5: the evicted duplicate leaves before its successor joins, under another sid")
    void pairsDuplicatesBySid() {
        simulators.joinSilently(RunningSimulators.candidate("twins", "ada"));
        simulators.joinSilently(RunningSimulators.candidate("twins", "ada"));
        awaitEvents(4);
        assertEquals(
                List.of("room_started", "participant_joined", "participant_left", "participant_joined"), sink.events());
        assertEquals("DUPLICATE_IDENTITY", participant(2).getString("disconnectReason"));
        assertEquals(participant(1).getString("sid"), participant(2).getString("sid"));
        assertNotEquals(participant(3).getString("sid"), participant(2).getString("sid"));
    }

    @ParameterizedTest
    @DisplayName("providers 1.3, 1.5: the reason tells who hung up from whose network was lost")
    @ValueSource(strings = {"CLIENT_INITIATED", "CONNECTION_TIMEOUT", "SIGNAL_CLOSE", "MEDIA_FAILURE"})
    void tellsWhySomebodyLeft(String reason) {
        simulators.joinSilently(RunningSimulators.candidate("reasons", "ada"));
        simulators.leave("reasons", "ada", reason);
        awaitEvents(3);
        assertEquals(reason, participant(2).getString("disconnectReason"));
    }

    @Test
    @DisplayName("providers 1.5: an unknown reason is left out")
    void leavesAnUnknownReasonOut() {
        simulators.joinSilently(RunningSimulators.candidate("unknown", "ada"));
        simulators.leave("unknown", "ada", "UNKNOWN_REASON");
        awaitEvents(3);
        assertFalse(participant(2).containsKey("disconnectReason"));
    }

    @Test
    @DisplayName("providers 1.3, 1.5: RemoveParticipant is PARTICIPANT_REMOVED")
    void tellsWhoWasRemoved() throws IOException {
        simulators.joinSilently(RunningSimulators.candidate("removed", "ada"));
        simulators.rooms().removeParticipant("removed", "ada").execute();
        awaitEvents(3);
        assertEquals("PARTICIPANT_REMOVED", participant(2).getString("disconnectReason"));
    }

    @Test
    @DisplayName("providers 1.3, 1.5: DeleteRoom kicks everybody; events of room and participant carry the metadata")
    void tellsWhoWasKicked() throws IOException {
        simulators
                .rooms()
                .createRoom("deleted", null, null, null, "{\"a\":\"<b>\"}")
                .execute();
        simulators.joinSilently(RunningSimulators.candidate("deleted", "ada"));
        simulators.rooms().deleteRoom("deleted").execute();
        awaitEvents(4);
        assertEquals("ROOM_DELETED", participant(2).getString("disconnectReason"));
        assertEquals(
                "{\"a\":\"<b>\"}",
                sink.hooks().get(2).json().getJsonObject("room").getString("metadata"));
        assertTrue(sink.first("room_finished").body().contains("<b>"), "Go does not escape markup");
    }

    @Test
    @DisplayName(
            "providers 1.3, 1.5: agents join and leave with their kind; a room that closes evicts them, ROOM_CLOSED")
    void tellsAgentsByTheirKind() throws IOException {
        simulators.joinSilently(RunningSimulators.candidate("kinds", "ada"));
        simulators.dispatches().createDispatch("kinds", "my-interviewer").execute();
        time.advance(ofMillis(200));
        awaitEvents(4);
        assertEquals("AGENT", participant(2).getString("kind"));
        assertEquals(
                "my-interviewer", participant(2).getJsonObject("attributes").getString("lk.agent_name"));

        simulators.leave("kinds", "ada", "CONNECTION_TIMEOUT");
        awaitEvents(5);
        time.advance(ofSeconds(20));
        awaitEvents(8);
        assertEquals(
                List.of("track_unpublished", "participant_left", "room_finished"),
                sink.events().subList(5, 8));
        assertEquals("AGENT", participant(6).getString("kind"));
        assertEquals("ROOM_CLOSED", participant(6).getString("disconnectReason"));
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

    private JsonObject participant(int hook) {
        return sink.hooks().get(hook).json().getJsonObject("participant");
    }

    /** Of one room, so that the order is that of the events. */
    private void awaitEvents(int count) {
        await().atMost(ofSeconds(30)).until(() -> sink.hooks().size() >= count);
        assertEquals(count, sink.hooks().size(), () -> sink.events().toString());
    }
}
