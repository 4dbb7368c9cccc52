package dev.colloquy.session.dossier;

import static dev.colloquy.session.testing.Interviews.eventually;
import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ReportStatus;
import dev.colloquy.events.ReportUpdated;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.Peers;
import dev.colloquy.session.testing.SessionTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class HangUpToReportTest {

    @Test
    @DisplayName("P1, S5, S12: end, transcript and recording make one final version, and its report becomes the result")
    void finalisesOnceAndShowsTheEvaluation() {
        var id = Interviews.inProgress();
        tell(id, true);
        Interviews.end(id);
        Interviews.results(id)
                .body("interview.evaluationStatus", equalTo("pending"))
                .body("interview.transcript.text", contains("Tell me about a failure", "We lost a payment"))
                .body("evaluation", nullValue())
                .body("metadata.awaiting.what", hasItems("recording", "evaluation"))
                .body("metadata.awaiting.find { it.what == 'recording' }.until", notNullValue());
        Callers.service().get("/internal/interviews/" + id + "/dossier").then().statusCode(409);

        var recorded = recorded(id, EgressStatus.COMPLETE);
        KafkaPeer.publish(recorded);
        KafkaPeer.publish(recorded);
        eventually(() ->
                assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size()));
        var finalised = KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).getFirst();
        assertEquals("complete", finalised.path("recording").asText());
        Callers.service()
                .get("/internal/interviews/" + id + "/dossier")
                .then()
                .statusCode(200)
                .body("finalVersion", equalTo(1))
                .body("transcriptHash", equalTo(finalised.path("transcriptHash").asText()))
                .body("position.competencies.weight", contains(30, 30, 20, 20))
                .body("transcript.speaker", contains("ai", "candidate"))
                .body("recording.location", equalTo("recordings/a.ogg"))
                .body("language", equalTo("en"));

        Peers.answer(
                "/internal/interviews/" + id + "/evaluation?version=1",
                "{\"status\": \"partial\", \"partial\": true, \"overall\": 4, \"mode\": \"ai\"}");
        KafkaPeer.publish(new ReportUpdated(
                UUID.randomUUID(),
                Instant.now(),
                new TenantId("acme"),
                id,
                UUID.randomUUID(),
                1,
                ReportStatus.PARTIAL));
        eventually(() -> Interviews.results(id)
                .body("interview.evaluationStatus", equalTo("complete"))
                .body("evaluation.overall", equalTo(4))
                .body("evaluation.partial", equalTo(true))
                .body("metadata.awaiting", empty()));
        assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size());
    }

    @Test
    @DisplayName("S12: a recording and a transcript that never come are given up, and the results come all the same")
    void finalisesByDeadline() {
        var id = Interviews.inProgress();
        tell(id, false);
        Interviews.end(id);
        eventually(() ->
                assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size()));
        assertEquals(
                "expired",
                KafkaPeer.read(Topics.INTERVIEW_FINALISED, id)
                        .getFirst()
                        .path("recording")
                        .asText());
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .body("story.findAll { it.contains('not waited for any longer') }.size()", equalTo(2));
        KafkaPeer.publish(recorded(id, EgressStatus.FAILED));
        eventually(() -> Interviews.results(id).body("interview.recordingStatus", equalTo("failed")));
        assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size());
    }

    @Test
    void expectsNoRecordingWithoutConsent() {
        var admission = Interviews.admission("acme");
        admission.put("consent", false);
        var id = Interviews.admitted(admission);
        tell(id, true);
        Interviews.end(id);
        Interviews.results(id).body("metadata.finalVersion", equalTo(1)).body("interview.recordingStatus", nullValue());
        eventually(() -> {
            var ended = KafkaPeer.read(Topics.INTERVIEW_ENDED, id);
            assertEquals(1, ended.size());
            assertTrue(!ended.getFirst().path("recordingExpected").asBoolean());
            assertTrue(ended.getFirst().path("roomExpected").asBoolean());
        });
        Callers.service()
                .get("/internal/interviews/" + id + "/dossier")
                .then()
                .statusCode(200)
                .body("recording", nullValue());
    }

    @Test
    @DisplayName("S10: why tells each fact in plain words with its evidence")
    void tellsWhy() {
        var id = Interviews.inProgress();
        Interviews.end(id);
        Callers.user("operator@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .statusCode(200)
                .body("interviewId", equalTo(id.toString()))
                .body("story.find { it.contains('joined the room') }", notNullValue())
                .body("story.find { it.contains('the first to ask was the candidate') }", notNullValue())
                .body("story.collect { it.contains('Ada') }", hasItem(false));
    }

    private static void tell(InterviewId id, boolean completed) {
        var entries = List.of(said("ai", "Tell me about a failure"), said("candidate", "We lost a payment"));
        Callers.agent()
                .body(Map.of("entries", entries, "completed", completed))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
    }

    private static EgressEnded recorded(InterviewId id, EgressStatus status) {
        return new EgressEnded(
                UUID.randomUUID(),
                Instant.now(),
                id,
                "EG_" + UUID.randomUUID(),
                status,
                FactSource.WEBHOOK,
                "recordings/a.ogg",
                60);
    }
}
