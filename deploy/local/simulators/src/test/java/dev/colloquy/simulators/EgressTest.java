package dev.colloquy.simulators;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.EmbeddedS3;
import dev.colloquy.local.embedded.PartFolder;
import io.livekit.server.AudioMixing;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import livekit.LivekitEgress.EgressInfo;
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

    private static EmbeddedS3 s3;
    private static WebhookSink sink;
    private static RunningSimulators simulators;
    private static EgressServiceClient egress;
    private static RoomServiceClient rooms;

    @BeforeAll
    static void start() {
        s3 = EmbeddedS3.start(PartFolder.temporary("s3"), 0, "recordings", "access", "secret-of-the-bucket");
        sink = new WebhookSink();
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.put("LIVEKIT_WEBHOOK_URL", sink.url());
        simulators = RunningSimulators.start(environment);
        egress = EgressServiceClient.createClient(
                simulators.url(), RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
        rooms = RoomServiceClient.createClient(
                simulators.url(), RunningSimulators.LIVEKIT_KEY, RunningSimulators.LIVEKIT_SECRET);
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
        awaitStatus(started, EgressStatus.EGRESS_ACTIVE);
        assertTrue(rooms.listRooms(java.util.List.of("recorded"))
                .execute()
                .body()
                .getFirst()
                .getActiveRecording());

        assertEquals(
                EgressStatus.EGRESS_ENDING,
                egress.stopEgress(started.getEgressId()).execute().body().getStatus());
        EgressInfo ended = awaitStatus(started, EgressStatus.EGRESS_COMPLETE);
        assertEquals("End reason: StopEgress API", ended.getDetails());
        var file = ended.getFileResults(0);
        assertTrue(file.getFilename().matches("rec/recorded-\\d{17}\\.ogg"), file.getFilename());
        assertEquals(file.getEndedAt() - file.getStartedAt(), file.getDuration());
        assertEquals(
                "{secret}", ended.getRoomComposite().getFileOutputs(0).getS3().getSecret());
        byte[] stored = stored(file.getFilename());
        assertEquals(file.getSize(), stored.length);
        assertEquals("OggS", new String(stored, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));

        Response<EgressInfo> again = egress.stopEgress(started.getEgressId()).execute();
        assertEquals(412, again.code());
        assertEquals(
                "egress with status EGRESS_COMPLETE cannot be stopped",
                new JsonObject(again.errorBody().string()).getString("msg"));
    }

    @Test
    @DisplayName("providers 1.4, 1.5: it ends with its room, and webhooks say so in protojson")
    void endsWithItsRoomAndSaysSoByWebhook() throws IOException {
        simulators.join(RunningSimulators.candidate("closing", "ada"));
        EgressInfo started = start("closing", output("rec/{room_name}.ogg"));
        awaitStatus(started, EgressStatus.EGRESS_ACTIVE);
        rooms.deleteRoom("closing").execute();
        EgressInfo ended = awaitStatus(started, EgressStatus.EGRESS_COMPLETE);
        assertEquals("End reason: Source closed", ended.getDetails());

        await().atMost(ofSeconds(30)).until(() -> hooksOf(started).size() == 4);
        var hooks = hooksOf(started);
        assertEquals(
                java.util.List.of("egress_started", "egress_updated", "egress_updated", "egress_ended"),
                hooks.stream().map(WebhookSink.Hook::event).toList());
        assertTrue(!hooks.getFirst().json().getJsonObject("egressInfo").containsKey("status"));
        JsonObject last = hooks.getLast().json().getJsonObject("egressInfo");
        assertEquals("EGRESS_COMPLETE", last.getString("status"));
        assertTrue(last.getJsonArray("fileResults").getJsonObject(0).getValue("duration") instanceof String);
        assertTrue(last.getString("manifestLocation").endsWith(".json"));
    }

    @Test
    @DisplayName("providers 1.4: an upload that fails fails the recording")
    void failsWhenTheBucketDoesNotExist() throws IOException {
        simulators.join(RunningSimulators.candidate("no-bucket", "ada"));
        EncodedFileOutput.Builder output = output("rec/x.ogg");
        output.getS3Builder().setBucket("missing");
        EgressInfo started = start("no-bucket", output);
        awaitStatus(started, EgressStatus.EGRESS_ACTIVE);
        egress.stopEgress(started.getEgressId()).execute();
        EgressInfo failed = awaitStatus(started, EgressStatus.EGRESS_FAILED);
        assertTrue(failed.getError().startsWith("S3 upload failed"));
    }

    @Test
    @DisplayName("providers 1.4: stopped before it started it is aborted, with error code 412")
    void isAbortedWhenItIsStoppedBeforeItStarted() throws IOException {
        rooms.createRoom("too-soon").execute();
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

    private static EgressInfo awaitStatus(EgressInfo started, EgressStatus status) {
        return await().atMost(ofSeconds(30))
                .until(
                        () -> egress.listEgress(null, started.getEgressId(), false)
                                .execute()
                                .body()
                                .getFirst(),
                        info -> info.getStatus() == status);
    }

    private static java.util.List<WebhookSink.Hook> hooksOf(EgressInfo info) {
        return sink.hooks().stream()
                .filter(hook -> hook.json().containsKey("egressInfo"))
                .filter(hook -> hook.body().contains(info.getEgressId()))
                .toList();
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
