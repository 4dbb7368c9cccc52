package dev.colloquy.gateway.recording;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.gateway.KafkaEvents;
import dev.colloquy.gateway.TenantTables;
import dev.colloquy.gateway.peers.Peers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import livekit.LivekitEgress.AudioMixing;
import livekit.LivekitEgress.EncodedFileType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordingTest {

    @Inject
    KafkaEvents kafka;

    @Inject
    TenantTables tables;

    @Test
    @DisplayName("S12: the room is recorded once the candidate has joined: sound only, a channel for each side")
    void recordsTheRoomOfACandidateWhoAgreed() {
        var interview = Peers.session().live();

        join(interview, ParticipantKind.CANDIDATE);

        var recordings = await().until(() -> Peers.liveKit().room(interview).recordings(), found -> !found.isEmpty());
        var request = recordings.getFirst();
        var file = request.getFileOutputs(0);
        assertTrue(request.getAudioOnly());
        assertEquals(AudioMixing.DUAL_CHANNEL_AGENT, request.getAudioMixing());
        assertEquals(EncodedFileType.OGG, file.getFileType());
        assertEquals("recordings/{room_name}/{utc}.ogg", file.getFilepath());
        assertEquals("colloquy", file.getS3().getBucket());
        assertTrue(file.getS3().getForcePathStyle());
    }

    @Test
    void startsNoSecondRecordingWhenTheCandidateComesBack() {
        var interview = Peers.session().live();
        awaitDone(join(interview, ParticipantKind.CANDIDATE));
        awaitDone(join(interview, ParticipantKind.CANDIDATE));
        assertEquals(1, Peers.liveKit().room(interview).recordings().size());
    }

    @Test
    @DisplayName("two arrivals at the same moment start one recording, whichever replicas serve them")
    void startsOneRecordingAtATime() {
        var interview = Peers.session().live();
        var latch = new CountDownLatch(1);
        var room = Peers.liveKit().room(interview).recordingAfter(latch);

        var first = join(interview, ParticipantKind.CANDIDATE);
        await().until(() -> room.recordings().size() == 1);
        var second = join(interview, ParticipantKind.CANDIDATE);
        await().until(() -> attempts(second) > 1);
        latch.countDown();

        awaitDone(first);
        awaitDone(second);
        assertEquals(1, room.recordings().size());
    }

    @Test
    @DisplayName("a claim on the recording is not kept")
    void givesTheClaimBack() {
        var interview = Peers.session().live();
        awaitDone(join(interview, ParticipantKind.CANDIDATE));
        assertEquals(
                List.of(),
                tables.rows("acme", "select from recording_claim where interview_id = $1", interview.value()));
    }

    @Test
    @DisplayName("X3: no consent, no recording")
    void recordsNothingWithoutConsent() {
        var interview = Peers.session().live(false);
        awaitDone(join(interview, ParticipantKind.CANDIDATE));
        assertEquals(0, Peers.liveKit().room(interview).recordings().size());
    }

    @Test
    void recordsNothingOfAnInterviewThatIsOver() {
        var interview = Peers.session().live();
        Peers.session().refuse(interview, 409);
        awaitDone(join(interview, ParticipantKind.CANDIDATE));
        assertEquals(0, Peers.liveKit().room(interview).recordings().size());
    }

    @Test
    void waitsForTheCandidateNotTheAgent() {
        var interview = Peers.session().live();
        join(interview, ParticipantKind.AGENT);
        awaitDone(join(Peers.session().live(), ParticipantKind.CANDIDATE));
        assertEquals(0, Peers.liveKit().room(interview).recordings().size());
    }

    @Test
    void triesAgainWhileTheSessionServiceIsDown() {
        var interview = Peers.session().live();
        Peers.session().refuse(interview, 500);
        var sid = join(interview, ParticipantKind.CANDIDATE);
        await().until(() -> attempts(sid) > 1);
        Peers.session().admit(interview);
        await().until(() -> Peers.liveKit().room(interview).recordings().size() == 1);
    }

    private String join(InterviewId interview, ParticipantKind who) {
        var sid = "PA_" + UUID.randomUUID();
        kafka.publish(new ParticipantJoined(UUID.randomUUID(), Instant.now(), interview, sid, who));
        return sid;
    }

    private int attempts(String sid) {
        return tables.rows("acme", "select attempts from leased_work where key = $1", sid).stream()
                .mapToInt(row -> row.getInteger("attempts"))
                .sum();
    }

    private void awaitDone(String sid) {
        await().until(() -> !tables.rows("acme", "select from leased_work where key = $1 and state = 'done'", sid)
                .isEmpty());
    }
}
