package dev.colloquy.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.EmbeddedS3;
import dev.colloquy.local.embedded.PartFolder;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.RoomServiceClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.ParticipantInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole hang-up against one room with a candidate, an agent and a recorder in it. */
class HangUpTest {

    private static final String ROOM = "iv_1";

    @Test
    @DisplayName("H2, providers 1.7: signal, StopEgress, DeleteRoom, egress_ended; every step may be repeated")
    void endsAnInterviewStepByStep() throws IOException {
        try (EmbeddedS3 s3 = EmbeddedS3.start(
                        PartFolder.temporary("s3"), 0, "recordings", "access", "secret-of-the-bucket");
                WebhookSink sink = new WebhookSink()) {
            Map<String, String> environment = new HashMap<>(s3.environment());
            environment.put("LIVEKIT_WEBHOOK_URL", sink.url());
            VirtualTime time = new VirtualTime();
            try (RunningSimulators simulators = RunningSimulators.start(environment, time)) {
                hangUp(simulators, time, sink);
            }
        }
    }

    private static void hangUp(RunningSimulators simulators, VirtualTime time, WebhookSink sink) throws IOException {
        RoomServiceClient rooms = simulators.rooms();
        EgressServiceClient egress = simulators.egress();
        simulators.join(RunningSimulators.candidate(ROOM, "ada"));
        simulators.dispatches().createDispatch(ROOM, "my-interviewer").execute();
        String recording = record(egress);
        time.advance(ofMillis(300));
        assertEquals(EgressStatus.EGRESS_ACTIVE, find(egress, recording).getStatus());

        byte[] signal = "{\"type\":\"end_interview\",\"reason\":\"user_ended\"}".getBytes(UTF_8);
        assertTrue(
                rooms.sendData(ROOM, signal, DataPacket.Kind.RELIABLE).execute().isSuccessful());
        time.advance(ofSeconds(1));
        assertEquals(
                List.of(ParticipantInfo.Kind.STANDARD, ParticipantInfo.Kind.EGRESS),
                rooms.listParticipants(ROOM).execute().body().stream()
                        .map(ParticipantInfo::getKind)
                        .toList());

        assertEquals(200, egress.stopEgress(recording).execute().code());
        assertEquals(412, egress.stopEgress(recording).execute().code());
        assertEquals(200, rooms.deleteRoom(ROOM).execute().code());
        assertEquals(404, rooms.deleteRoom(ROOM).execute().code());

        await().atMost(ofSeconds(30)).until(() -> sink.events().contains("egress_ended"));
        JsonObject ended = sink.first("egress_ended").json().getJsonObject("egressInfo");
        assertEquals("EGRESS_COMPLETE", ended.getString("status"));
        assertEquals("End reason: StopEgress API", ended.getString("details"));
        assertEquals(EgressStatus.EGRESS_COMPLETE, find(egress, recording).getStatus());
        await().atMost(ofSeconds(30)).until(() -> sink.events().contains("room_finished"));
    }

    private static String record(EgressServiceClient egress) throws IOException {
        EncodedFileOutput output =
                EncodedFileOutput.newBuilder().setFileType(EncodedFileType.OGG).build();
        return egress.startRoomCompositeEgress(ROOM, output, "", null, null, true)
                .execute()
                .body()
                .getEgressId();
    }

    private static EgressInfo find(EgressServiceClient egress, String id) throws IOException {
        return egress.listEgress(null, id, false).execute().body().getFirst();
    }
}
