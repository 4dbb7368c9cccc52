package dev.colloquy.simulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.EmbeddedS3;
import dev.colloquy.local.embedded.PartFolder;
import dev.colloquy.simulators.WebhookSink.Hook;
import io.livekit.server.AudioMixing;
import io.livekit.server.EgressServiceClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressSourceType;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.S3Upload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import retrofit2.Response;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Recordings from the request to the object in a real S3 server. */
class EgressTest {

    private static final Duration UNTIL_CONNECTED = ofMillis(300);
    private static final int CHANNELS_IN_OPUS_HEAD = 9;

    private static EmbeddedS3 s3;
    private static VirtualTime time;
    private static WebhookSink sink;
    private static RunningSimulators simulators;
    private static EgressServiceClient egress;

    @BeforeAll
    static void start() {
        s3 = EmbeddedS3.start(PartFolder.temporary("s3"), 0, "recordings", "access", "secret-of-the-bucket");
        sink = new WebhookSink();
        time = new VirtualTime();
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.put("LIVEKIT_WEBHOOK_URL", sink.url());
        simulators = RunningSimulators.start(environment, time);
        egress = simulators.egress();
    }

    @AfterAll
    static void stop() {
        simulators.close();
        sink.close();
        s3.close();
    }

    @Test
    @DisplayName("providers 1.4: STARTING, ACTIVE, ENDING, COMPLETE; the file is in the bucket, keys are redacted")
    void recordsARoomUntilItIsStopped() throws IOException {
        simulators.join(RunningSimulators.candidate("recorded", "ada"));
        EgressInfo started = start("recorded", output("rec/{room_name}-{utc}.ogg"));
        assertEquals(EgressStatus.EGRESS_STARTING, started.getStatus());
        assertEquals(EgressSourceType.EGRESS_SOURCE_TYPE_SDK, started.getSourceType(), "sound alone needs no browser");
        time.advance(UNTIL_CONNECTED);
        assertEquals(EgressStatus.EGRESS_ACTIVE, find(started).getStatus());
        assertTrue(simulators
                .rooms()
                .listRooms(List.of("recorded"))
                .execute()
                .body()
                .getFirst()
                .getActiveRecording());

        time.advance(ofSeconds(90));
        assertEquals(
                EgressStatus.EGRESS_ENDING,
                egress.stopEgress(started.getEgressId()).execute().body().getStatus());
        EgressInfo ended = awaitStatus(started, EgressStatus.EGRESS_COMPLETE);
        assertEquals("End reason: StopEgress API", ended.getDetails());
        var file = ended.getFileResults(0);
        assertTrue(file.getFilename().matches("rec/recorded-\\d{17}\\.ogg"), file.getFilename());
        assertEquals(ofSeconds(90).toNanos(), file.getDuration());
        assertEquals(file.getEndedAt() - file.getStartedAt(), file.getDuration());
        assertEquals(
                "{secret}", ended.getRoomComposite().getFileOutputs(0).getS3().getSecret());
        byte[] stored = stored(file.getFilename());
        assertEquals(file.getSize(), stored.length);
        assertEquals("OggS", new String(stored, 0, 4, ISO_8859_1));

        Response<EgressInfo> again = egress.stopEgress(started.getEgressId()).execute();
        assertEquals(412, again.code());
        assertEquals(
                "egress with status EGRESS_COMPLETE cannot be stopped",
                new JsonObject(again.errorBody().string()).getString("msg"));
    }

    @Test
    @DisplayName(
            "providers 1.4: DUAL_CHANNEL_AGENT leaves a file of two channels, the default mixing one of one; manifests are optional")
    void storesTwoChannels() throws IOException {
        simulators.join(RunningSimulators.candidate("channels", "ada"));
        EgressInfo two = start("channels", output("rec/two.ogg"));
        EncodedFileOutput bare = output("rec/one.ogg").setDisableManifest(true).build();
        EgressInfo one = egress.startRoomCompositeEgress("channels", bare, "", null, null, true)
                .execute()
                .body();
        time.advance(UNTIL_CONNECTED);
        egress.stopEgress(two.getEgressId()).execute();
        egress.stopEgress(one.getEgressId()).execute();
        await().atMost(ofSeconds(30))
                .until(() -> find(two).getManifestLocation().endsWith(two.getEgressId() + ".json"));
        assertEquals("", awaitStatus(one, EgressStatus.EGRESS_COMPLETE).getManifestLocation());
        assertEquals(2, channels("rec/two.ogg"));
        assertEquals(1, channels("rec/one.ogg"));
    }

    @Test
    @DisplayName(
            "providers 1.4: StartEgress records by media routes, with a channel for the agent, to a storage of its own")
    void startsUnifiedEgress() {
        simulators.join(RunningSimulators.candidate("unified", "ada"));
        JsonObject agentLeft = new JsonObject().put("participant_kind", "AGENT").put("channel", "AUDIO_CHANNEL_LEFT");
        JsonObject audio = new JsonObject().put("capture_all", true).put("routes", JsonArray.of(agentLeft));
        JsonObject file = new JsonObject().put("file_type", "OGG").put("filepath", "rec/unified.ogg");
        JsonObject s3 = new JsonObject()
                .put("endpoint", EgressTest.s3.environment().get("S3_ENDPOINT"))
                .put("bucket", "recordings");
        JsonObject started = new JsonObject(twirp(
                        "StartEgress",
                        new JsonObject()
                                .put("room_name", "unified")
                                .put("media", new JsonObject().put("audio", audio))
                                .put("outputs", JsonArray.of(new JsonObject().put("file", file)))
                                .put("storage", new JsonObject().put("s3", s3)))
                .body());
        time.advance(UNTIL_CONNECTED);
        JsonObject id = new JsonObject().put("egress_id", started.getString("egress_id"));
        twirp("StopEgress", id);
        await().atMost(ofSeconds(30)).until(() -> twirp("ListEgress", id).body().contains("EGRESS_COMPLETE"));
        assertEquals(2, channels("rec/unified.ogg"));
    }

    @Test
    @DisplayName("providers 1.4: {room_id} and {time} are filled; without a path it is {room_name}-{time}")
    void namesFiles() throws IOException {
        simulators.join(RunningSimulators.candidate("named", "ada"));
        EgressInfo own = start("named", output("{room_id}/{time}.ogg"));
        assertTrue(own.getFileResults(0).getFilename().matches(own.getRoomId() + "/\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.ogg"));
        EgressInfo usual = start("named", output(""));
        assertTrue(
                usual.getFileResults(0).getFilename().matches("named-\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.ogg"),
                usual.getFileResults(0).getFilename());
    }

    @Test
    @DisplayName("providers 1.6: a request may name its file in the deprecated field alone; the SDK fills both")
    void acceptsTheDeprecatedOutput() {
        simulators.join(RunningSimulators.candidate("deprecated", "ada"));
        JsonObject s3 = new JsonObject().put("bucket", "recordings").put("secret", "of the request");
        JsonObject file = new JsonObject()
                .put("file_type", "OGG")
                .put("filepath", "old.ogg")
                .put("s3", s3);
        JsonObject request = new JsonObject()
                .put("room_name", "deprecated")
                .put("audio_only", true)
                .put("file", file);
        JsonObject started =
                new JsonObject(twirp("StartRoomCompositeEgress", request).body());
        assertEquals(
                "old.ogg", started.getJsonArray("file_results").getJsonObject(0).getString("filename"));
        assertFalse(started.encode().contains("of the request"), started.encode());
        HttpResponse<String> none = twirp("StartRoomCompositeEgress", withoutFile(request));
        assertEquals("request has missing or invalid field: output", new JsonObject(none.body()).getString("msg"));
    }

    @Test
    @DisplayName("providers 1.4, 1.5: it ends with its room, and webhooks say so in protojson")
    void endsWithItsRoomAndSaysSoByWebhook() throws IOException {
        simulators.join(RunningSimulators.candidate("closing", "ada"));
        EgressInfo started = start("closing", output("rec/{room_name}.ogg"));
        time.advance(UNTIL_CONNECTED);
        time.advance(ofSeconds(10));
        simulators.rooms().deleteRoom("closing").execute();
        EgressInfo ended = awaitStatus(started, EgressStatus.EGRESS_COMPLETE);
        assertEquals("End reason: Source closed", ended.getDetails());

        await().atMost(ofSeconds(30)).until(() -> hooksOf(started).size() == 4);
        List<Hook> hooks = hooksOf(started);
        assertEquals(
                List.of("egress_started", "egress_updated", "egress_updated", "egress_ended"),
                hooks.stream().map(Hook::event).toList());
        assertFalse(hooks.getFirst().json().getJsonObject("egressInfo").containsKey("status"), "STARTING is zero");
        assertFalse(hooks.getFirst().json().getJsonObject("room").containsKey("creationTime"), "sid and name alone");
        JsonObject last = hooks.getLast().json().getJsonObject("egressInfo");
        assertEquals("EGRESS_COMPLETE", last.getString("status"));
        assertEquals(
                "10000000000", last.getJsonArray("fileResults").getJsonObject(0).getValue("duration"));
        assertTrue(last.getString("manifestLocation").endsWith(".json"));
    }

    @Test
    @DisplayName("providers 1.4: an upload that fails fails the recording")
    void failsWhenTheBucketDoesNotExist() throws IOException {
        simulators.join(RunningSimulators.candidate("no-bucket", "ada"));
        EncodedFileOutput.Builder output = output("rec/x.ogg");
        output.getS3Builder().setBucket("missing");
        EgressInfo started = start("no-bucket", output);
        time.advance(UNTIL_CONNECTED);
        egress.stopEgress(started.getEgressId()).execute();
        EgressInfo failed = awaitStatus(started, EgressStatus.EGRESS_FAILED);
        assertTrue(failed.getError().startsWith("S3 upload failed"));
    }

    @Test
    @DisplayName("providers 1.4: stopped before it started it is aborted, with error code 412")
    void isAbortedWhenItIsStoppedBeforeItStarted() throws IOException {
        simulators.rooms().createRoom("too-soon").execute();
        EgressInfo started = start("too-soon", output("rec/x.ogg"));
        EgressInfo stopped = egress.stopEgress(started.getEgressId()).execute().body();
        assertEquals(EgressStatus.EGRESS_ABORTED, stopped.getStatus());
        assertEquals(412, stopped.getErrorCode());
    }

    @Test
    @DisplayName("providers 1.4: rooms and recordings that do not exist are 404")
    void refusesARoomThatDoesNotExist() throws IOException {
        assertEquals(
                404,
                egress.startRoomCompositeEgress("nowhere", output("x").build())
                        .execute()
                        .code());
        assertEquals(404, egress.stopEgress("EG_unknown").execute().code());
    }

    @Test
    @DisplayName("providers 1.4: what this recorder cannot do is refused, not feigned")
    void refusesVideo() {
        simulators.join(RunningSimulators.candidate("film", "ada"));
        JsonArray file = JsonArray.of(new JsonObject().put("file_type", "MP4"));
        JsonObject request = new JsonObject().put("room_name", "film").put("file_outputs", file);
        assertEquals(400, twirp("StartRoomCompositeEgress", request).statusCode());
        assertEquals(
                400,
                twirp("StartRoomCompositeEgress", request.put("audio_only", true))
                        .statusCode());
    }

    private static JsonObject withoutFile(JsonObject request) {
        JsonObject less = request.copy();
        less.remove("file");
        return less;
    }

    private static EgressInfo start(String room, EncodedFileOutput.Builder output) throws IOException {
        return egress.startRoomCompositeEgress(
                        room, output.build(), "", null, null, true, false, "", AudioMixing.DUAL_CHANNEL_AGENT)
                .execute()
                .body();
    }

    private static EncodedFileOutput.Builder output(String path) {
        return EncodedFileOutput.newBuilder()
                .setFileType(EncodedFileType.OGG)
                .setFilepath(path)
                .setS3(S3Upload.newBuilder()
                        .setEndpoint(s3.environment().get("S3_ENDPOINT"))
                        .setBucket("recordings")
                        .setAccessKey("access")
                        .setSecret("secret-of-the-bucket")
                        .setForcePathStyle(true));
    }

    private static EgressInfo find(EgressInfo started) throws IOException {
        return egress.listEgress(null, started.getEgressId(), false)
                .execute()
                .body()
                .getFirst();
    }

    private static EgressInfo awaitStatus(EgressInfo started, EgressStatus status) {
        return await().atMost(ofSeconds(30)).until(() -> find(started), info -> info.getStatus() == status);
    }

    private static List<Hook> hooksOf(EgressInfo info) {
        return sink.hooks().stream()
                .filter(hook -> hook.json().containsKey("egressInfo"))
                .filter(hook -> hook.body().contains(info.getEgressId()))
                .toList();
    }

    private static HttpResponse<String> twirp(String method, JsonObject body) {
        return simulators.twirp("Egress/" + method, Map.of("roomRecord", true), body);
    }

    private static int channels(String key) {
        byte[] file = stored(key);
        return file[new String(file, ISO_8859_1).indexOf("OpusHead") + CHANNELS_IN_OPUS_HEAD];
    }

    private static byte[] stored(String key) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(URI.create(s3.environment().get("S3_ENDPOINT")))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret-of-the-bucket")))
                .build()) {
            return client.getObjectAsBytes(
                            request -> request.bucket("recordings").key(key))
                    .asByteArray();
        }
    }
}
