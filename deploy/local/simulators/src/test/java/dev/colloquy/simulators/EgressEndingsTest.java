package dev.colloquy.simulators;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.EmbeddedS3;
import dev.colloquy.local.embedded.PartFolder;
import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.EgressServiceClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every way a recording can end, and who is told. */
class EgressEndingsTest {

    private static final Duration UNTIL_CONNECTED = ofMillis(300);

    private static EmbeddedS3 s3;

    private VirtualTime time;
    private WebhookSink sink;
    private RunningSimulators simulators;
    private EgressServiceClient egress;

    @BeforeAll
    static void startStorage() {
        s3 = EmbeddedS3.start(PartFolder.temporary("s3"), 0, "recordings", "access", "secret-of-the-bucket");
    }

    @AfterAll
    static void stopStorage() {
        s3.close();
    }

    @BeforeEach
    void start() {
        start(Map.of());
    }

    private void start(Map<String, String> more) {
        sink = new WebhookSink();
        time = new VirtualTime();
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.put("LIVEKIT_WEBHOOK_URL", sink.url());
        environment.putAll(more);
        simulators = RunningSimulators.start(environment, time);
        egress = simulators.egress();
    }

    @AfterEach
    void stop() {
        simulators.close();
        sink.close();
    }

    @Test
    @DisplayName("providers 1.4: a recording that hears nobody never starts, and is aborted")
    void isAbortedWhenNobodySpeaks() throws IOException {
        simulators.joinSilently(RunningSimulators.candidate("silent", "ada"));
        String id = start("silent").getEgressId();
        time.advance(ofHours(1));
        assertEquals(EgressStatus.EGRESS_STARTING, find(id).getStatus());
        egress.stopEgress(id).execute();
        EgressInfo aborted = find(id);
        assertEquals(EgressStatus.EGRESS_ABORTED, aborted.getStatus());
        assertEquals("Start signal not received", aborted.getError());
        assertEquals(412, aborted.getErrorCode());
        awaitEvents(id, "egress_started", "egress_ended");
    }

    @Test
    @DisplayName("providers 1.4: it starts when somebody does speak")
    void startsWithTheFirstSound() throws IOException {
        simulators.joinSilently(RunningSimulators.candidate("shy", "ada"));
        String id = start("shy").getEgressId();
        time.advance(UNTIL_CONNECTED);
        assertEquals(EgressStatus.EGRESS_STARTING, find(id).getStatus());
        simulators.control(
                "/livekit/publish",
                new JsonObject().put("room", "shy").put("identity", "ada").put("source", "microphone"));
        assertEquals(EgressStatus.EGRESS_ACTIVE, find(id).getStatus());
    }

    @Test
    @DisplayName("providers 1.4: the worker's limit ends it with a usable file and error 413")
    void isLimited() throws IOException {
        stop();
        start(Map.of("LIVEKIT_EGRESS_MAX_MS", "3600000"));
        String id = recorded("limited");
        awaitEvents(id, "egress_started", "egress_updated");
        assertEquals(0, time.advance(ofHours(1).minusMillis(1)));
        assertEquals(1, time.advance(ofMillis(1)));
        EgressInfo limited = await().atMost(ofSeconds(30))
                .until(() -> find(id), info -> info.getStatus() == EgressStatus.EGRESS_LIMIT_REACHED);
        assertEquals("Session limit reached", limited.getError());
        assertEquals(413, limited.getErrorCode());
        assertEquals("End reason: Session limit reached", limited.getDetails());
        assertEquals(ofHours(1).toNanos(), limited.getFileResults(0).getDuration());
        assertTrue(limited.getFileResults(0).getSize() > 0);
        awaitEvents(id, "egress_started", "egress_updated", "egress_ended");
    }

    @Test
    @DisplayName("providers 1.4: a failure has an error and no file")
    void fails() throws IOException {
        String id = recorded("failing");
        end(id, "failed");
        EgressInfo failed = find(id);
        assertEquals(EgressStatus.EGRESS_FAILED, failed.getStatus());
        assertEquals("End reason: Failure", failed.getDetails());
        assertEquals("", failed.getFileResults(0).getLocation());
        assertEquals(412, egress.stopEgress(id).execute().code());
        assertEquals(400, end(id, "complete"));
    }

    @Test
    @DisplayName("providers 1.4: ended recordings are kept for 24 hours, then neither listed nor found")
    void forgetsAfterADay() throws IOException {
        String id = recorded("yesterday");
        end(id, "failed");
        JsonObject ofRoom = new JsonObject().put("room_name", "yesterday");
        JsonObject ofId = new JsonObject().put("egress_id", id);
        time.advance(ofHours(24));
        assertEquals(1, items(ofRoom).size());
        assertEquals(1, items(ofId).size());
        assertEquals(0, items(ofRoom.copy().put("active", true)).size());
        time.advance(ofMillis(1));
        assertEquals(404, twirp("ListEgress", ofId).statusCode());
        assertEquals(404, twirp("StopEgress", ofId).statusCode());
        assertEquals(0, items(ofRoom).size());
    }

    @Test
    @DisplayName(
            "providers 1.3, 1.4: a recorder does not hold its room open; it is of kind EGRESS, and evicted with it")
    void endsWithARoomThatOnlyItIsIn() throws IOException {
        String id = recorded("abandoned");
        simulators.leave("abandoned", "ada", "CONNECTION_TIMEOUT");
        assertEquals(0, time.advance(ofSeconds(20).minusMillis(1)));
        assertEquals(EgressStatus.EGRESS_ACTIVE, find(id).getStatus());
        time.advance(ofMillis(1));
        assertEquals(
                List.of(),
                simulators.rooms().listRooms(List.of("abandoned")).execute().body());
        awaitStatus(id, EgressStatus.EGRESS_COMPLETE);
        awaitEvents(id, "egress_started", "egress_updated", "egress_updated", "egress_ended");
        await().atMost(ofSeconds(30)).until(() -> sink.events().contains("room_finished"));
        List<JsonObject> recorder = sink.hooks().stream()
                .map(hook -> hook.json().getJsonObject("participant", new JsonObject()))
                .filter(participant -> id.equals(participant.getString("identity")))
                .toList();
        assertEquals(
                List.of("EGRESS", "EGRESS"),
                recorder.stream().map(seen -> seen.getString("kind")).toList());
        assertEquals("ROOM_CLOSED", recorder.getLast().getString("disconnectReason"));
    }

    @Test
    @DisplayName("providers 1.4, 1.5: the request's own webhooks get a copy under the same id; unknown keys get none")
    void tellsTheRequestsOwnReceivers() {
        simulators.join(RunningSimulators.candidate("extra", "ada"));
        try (WebhookSink own = new WebhookSink();
                WebhookSink stranger = new WebhookSink()) {
            JsonObject request = new JsonObject()
                    .put("room_name", "extra")
                    .put("audio_only", true)
                    .put("file_outputs", JsonArray.of(new JsonObject().put("file_type", "OGG")))
                    .put(
                            "webhooks",
                            JsonArray.of(
                                    new JsonObject().put("url", own.url()),
                                    new JsonObject().put("url", stranger.url()).put("signing_key", "another")));
            assertEquals(200, twirp("StartRoomCompositeEgress", request).statusCode());
            await().atMost(ofSeconds(30))
                    .until(() -> !own.hooks().isEmpty() && sink.events().contains("egress_started"));
            assertEquals(
                    sink.first("egress_started").json().getString("id"),
                    own.first("egress_started").json().getString("id"));
            assertEquals(List.of(), stranger.hooks());
        }
    }

    @Test
    @DisplayName("providers 1.5: auto-egress that cannot start sends egress_ended, failed, without an egress id")
    void reportsAutoEgressThatCannotStart() {
        JsonObject config =
                new JsonObject().put("egress", new JsonObject().put("tracks", new JsonObject().put("filepath", "t")));
        simulators.join(RunningSimulators.token(
                Map.of("roomJoin", true, "room", "auto"), Map.of("sub", "ada", "roomConfig", config.getMap())));
        await().atMost(ofSeconds(30)).until(() -> sink.events().contains("egress_ended"));
        JsonObject info = sink.first("egress_ended").json().getJsonObject("egressInfo");
        assertEquals("EGRESS_FAILED", info.getString("status"));
        assertFalse(info.containsKey("egressId"));
    }

    @Test
    @DisplayName("providers 1.4: without Redis every call, and a join that is to be recorded, is refused")
    void cannotRecordWithoutRedis() {
        simulators.join(RunningSimulators.candidate("unconnected", "ada"));
        JsonObject off = new JsonObject().put("connected", false);
        assertEquals(200, simulators.control("PUT", "/livekit/egress", off).statusCode());
        for (String method : List.of("StartRoomCompositeEgress", "StartEgress", "StopEgress", "ListEgress")) {
            HttpResponse<String> refused = twirp(method, new JsonObject().put("room_name", "unconnected"));
            assertEquals(500, refused.statusCode());
            assertEquals(
                    new JsonObject().put("code", "internal").put("msg", "egress not connected (redis required)"),
                    new JsonObject(refused.body()));
        }
        JsonObject config = new JsonObject().put("egress", new JsonObject().put("room", new JsonObject()));
        JsonObject join = simulators.join(RunningSimulators.token(
                Map.of("roomJoin", true, "room", "recorded"), Map.of("sub", "ada", "roomConfig", config.getMap())));
        assertTrue(join.getString("detail").endsWith("egress not connected (redis required)"), join.encode());
        assertEquals(
                400,
                simulators.control("PUT", "/livekit/egress", new JsonObject()).statusCode());
        simulators.control("PUT", "/livekit/egress", off.put("connected", true));
        assertEquals(200, twirp("ListEgress", new JsonObject()).statusCode());
    }

    private String recorded(String room) throws IOException {
        simulators.join(RunningSimulators.candidate(room, "ada"));
        String id = start(room).getEgressId();
        time.advance(UNTIL_CONNECTED);
        assertEquals(EgressStatus.EGRESS_ACTIVE, find(id).getStatus());
        return id;
    }

    private int end(String id, String status) {
        return simulators
                .control(
                        "POST",
                        "/livekit/egress/end",
                        new JsonObject().put("egress_id", id).put("status", status))
                .statusCode();
    }

    private EgressInfo start(String room) throws IOException {
        EncodedFileOutput output =
                EncodedFileOutput.newBuilder().setFileType(EncodedFileType.OGG).build();
        return egress.startRoomCompositeEgress(room, output, "", null, null, true)
                .execute()
                .body();
    }

    private EgressInfo find(String id) throws IOException {
        return egress.listEgress(null, id, false).execute().body().getFirst();
    }

    private void awaitStatus(String id, EgressStatus status) {
        await().atMost(ofSeconds(30)).until(() -> find(id).getStatus() == status);
    }

    private void awaitEvents(String id, String... events) {
        await().atMost(ofSeconds(30))
                .until(() -> sink.hooks().stream()
                        .filter(hook ->
                                hook.event().startsWith("egress") && hook.body().contains(id))
                        .map(Hook::event)
                        .toList()
                        .equals(List.of(events)));
    }

    private JsonArray items(JsonObject query) {
        return new JsonObject(twirp("ListEgress", query).body()).getJsonArray("items");
    }

    private HttpResponse<String> twirp(String method, JsonObject body) {
        return simulators.twirp("Egress/" + method, Map.of("roomRecord", true), body);
    }
}
