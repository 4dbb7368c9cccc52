package dev.colloquy.session.dossier;

import static dev.colloquy.session.testing.Interviews.eventually;
import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("P7: final versions")
class FinalVersionTest {

    @Test
    @DisplayName("S8, P1: late words of a server make one more version; the older one stays as it was")
    void makesAnotherVersionOfLateWords() {
        var id = finalised();
        var first = dossier(id, "").statusCode(200).extract().asString();
        Callers.agent()
                .body(Map.of("entries", List.of(said("ai", "Goodbye"), said("candidate", "Thank you"))))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2));
        eventually(() -> Interviews.results(id).body("metadata.finalVersion", equalTo(2)));

        assertEquals(first, dossier(id, "?version=1").statusCode(200).extract().asString());
        dossier(id, "").body("transcript.text", contains("Welcome", "Goodbye", "Thank you"));
        dossier(id, "?version=2")
                .body("finalVersion", equalTo(2))
                .body("finalisedAt", notNullValue())
                .body("transcript.source", contains("agent", "agent", "agent"));
        eventually(() ->
                assertEquals(2, KafkaPeer.read(Topics.INTERVIEW_FINALISED, id).size()));
    }

    @Test
    @DisplayName("late words with the completed flag make their version at once, and a resend makes none")
    void makesAVersionAtOnceWhenTheSourceIsDone() {
        var id = finalised();
        tell(Callers.agent(), id, "Goodbye", true).statusCode(200);
        Interviews.results(id).body("metadata.finalVersion", equalTo(2));
        Callers.agent()
                .body(Map.of("entries", List.of(), "completed", true))
                .post("/api/interviews/" + id + "/transcript")
                .then()
                .statusCode(200);
        Interviews.results(id).body("metadata.finalVersion", equalTo(2));
        tell(Callers.interviewee(id), id, "But I said", true)
                .statusCode(409)
                .body("type", equalTo("/problems/transcript-closed"));
    }

    @Test
    @DisplayName("P7: an evaluation of an older version is not shown, whenever it comes")
    void showsTheEvaluationOfTheNewestVersionOnly() {
        var id = finalised();
        report(id, 1, 3);
        eventually(() -> Interviews.results(id).body("evaluation.overall", equalTo(3)));
        tell(Callers.agent(), id, "Goodbye", true);
        Interviews.results(id).body("evaluation", nullValue()).body("interview.evaluationStatus", equalTo("pending"));
        report(id, 1, 4);
        eventually(() -> Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .body("story.findAll { it.contains('evaluation of version 1') }.size()", equalTo(2)));
        Interviews.results(id).body("evaluation", nullValue());
        report(id, 2, 5);
        eventually(() -> Interviews.results(id)
                .body("evaluation.overall", equalTo(5))
                .body("interview.evaluationStatus", equalTo("complete")));
    }

    @Test
    void knowsNoVersionThatWasNeverFinal() {
        var id = finalised();
        for (var version : List.of("?version=0", "?version=2")) {
            dossier(id, version).statusCode(404).body("type", equalTo("/problems/final-version-not-found"));
        }
    }

    private static InterviewId finalised() {
        var admission = Interviews.admission("acme");
        admission.put("consent", false);
        var id = Interviews.admitted(admission);
        tell(Callers.agent(), id, "Welcome", true);
        Interviews.end(id);
        Interviews.results(id).body("metadata.finalVersion", equalTo(1));
        return id;
    }

    private static ValidatableResponse tell(
            RequestSpecification caller, InterviewId id, String text, boolean completed) {
        return caller.body(Map.of("entries", List.of(said("ai", text)), "completed", completed))
                .post("/api/interviews/" + id + "/transcript")
                .then();
    }

    private static ValidatableResponse dossier(InterviewId id, String version) {
        return Callers.service()
                .get("/internal/interviews/" + id + "/dossier" + version)
                .then();
    }

    private static void report(InterviewId id, int version, int overall) {
        Peers.answer("/internal/interviews/" + id + "/evaluation?version=" + version, "{\"overall\": " + overall + "}");
        KafkaPeer.publish(new ReportUpdated(
                UUID.randomUUID(),
                Instant.now(),
                new TenantId("acme"),
                id,
                UUID.randomUUID(),
                version,
                ReportStatus.COMPLETE));
    }
}
