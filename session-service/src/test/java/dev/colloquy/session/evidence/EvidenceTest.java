package dev.colloquy.session.evidence;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewCancelled;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class EvidenceTest {

    @Test
    @DisplayName("S10: evidence without an id of its own counts for every interview it is about")
    void keepsEvidenceWithoutAnId() {
        var one = Interviews.admitted();
        var other = Interviews.admitted();
        join(one, "", Instant.now());
        join(other, "", Instant.now());

        eventually(() -> Interviews.results(one).body("interview.status", equalTo("in_progress")));
        eventually(() -> Interviews.results(other).body("interview.status", equalTo("in_progress")));
    }

    @Test
    @DisplayName("S10: the same id of a witness in two interviews is evidence in both")
    void tellsTheEvidenceOfInterviewsApart() {
        var one = Interviews.admitted();
        var other = Interviews.admitted();
        var participant = "PA_" + UUID.randomUUID();
        join(one, participant, Instant.now());
        join(one, participant, Instant.now());
        join(other, participant, Instant.now());

        eventually(() -> Interviews.results(other).body("interview.status", equalTo("in_progress")));
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + one + "/why")
                .then()
                .body("entries.findAll { it.kind == 'candidate_connected' }.size()", equalTo(1));
    }

    @Test
    @DisplayName("S10, W6: evidence without an id that is told again as another event is no second evidence")
    void knowsEvidenceWithoutAnIdByItsTime() {
        var id = Interviews.admitted();
        var at = Instant.now();
        join(id, "", at);
        join(id, "", at);
        join(id, "", at.plusSeconds(1));

        eventually(() -> Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .body("entries.findAll { it.kind == 'candidate_connected' }.size()", equalTo(2)));
    }

    @Test
    @DisplayName("S10, K08: what is told before the interview is known counts once it is")
    void keepsWhatComesBeforeTheInterview() {
        var id = Interviews.newId();
        join(id, "PA_" + UUID.randomUUID(), Instant.now());
        eventually(() -> assertEquals(0, KafkaPeer.lag("session-service-room-events", Topics.ROOM_EVENTS)));

        admit(id);

        Interviews.results(id).body("interview.status", equalTo("in_progress"));
    }

    @Test
    @DisplayName("S7: a time that cannot be is the time at which it was told, so that no interview lasts for decades")
    void doesNotBelieveImpossibleTimes() {
        var before = Instant.now();
        var id = Interviews.admitted();
        join(id, "PA_" + UUID.randomUUID(), Instant.EPOCH);
        eventually(() -> Interviews.results(id).body("interview.status", equalTo("in_progress")));

        int duration = Interviews.end(id).extract().path("duration");

        assertTrue(Duration.ofSeconds(duration).compareTo(Duration.between(before, Instant.now())) <= 0);
        Interviews.results(id).body("interview.duration", greaterThanOrEqualTo(0));
    }

    @Test
    @DisplayName("S12: a recording is asked for also when it is told late that the candidate was in the room")
    void expectsARecordingThatItCannotKnowOfYet() {
        var id = Interviews.admitted();
        Interviews.end(id);

        var ended = KafkaPeer.await(Topics.INTERVIEW_ENDED, id, 1).getFirst();
        assertTrue(ended.path("recordingExpected").asBoolean());
        var egress = "EG_" + UUID.randomUUID();
        KafkaPeer.publish(new EgressEnded(
                UUID.randomUUID(),
                Instant.now(),
                id,
                egress,
                EgressStatus.COMPLETE,
                FactSource.RECONCILED,
                "a.ogg",
                9));
        eventually(() -> Interviews.results(id).body("interview.recordingStatus", equalTo("complete")));
    }

    @Test
    @DisplayName("S7: the candidate of a cancelled interview who was let in is shown out, and nothing is evaluated")
    void endsWhatIsCancelledAfterTheAdmission() {
        var id = Interviews.admitted();
        KafkaPeer.publish(new InterviewCancelled(UUID.randomUUID(), Instant.now(), new TenantId("acme"), id));

        var ended = KafkaPeer.await(Topics.INTERVIEW_ENDED, id, 1).getFirst();
        assertTrue(ended.path("roomExpected").asBoolean());
        Interviews.results(id)
                .body("interview.status", equalTo("cancelled"))
                .body("interview.endedBy", equalTo("operator"))
                .body("metadata.awaiting.size()", equalTo(0));
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .body("entries.kind", hasItem("cancelled"))
                .body("entries.kind", hasItem("ended"));
        assertTrue(KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).isEmpty());
    }

    private static void join(InterviewId id, String participant, Instant at) {
        KafkaPeer.publish(new ParticipantJoined(UUID.randomUUID(), at, id, participant, ParticipantKind.CANDIDATE));
    }

    private static void admit(InterviewId id) {
        Callers.service()
                .body(Interviews.admission("acme"))
                .put("/internal/interviews/" + id + "/admission")
                .then()
                .statusCode(200);
    }
}
