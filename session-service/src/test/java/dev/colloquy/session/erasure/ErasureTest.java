package dev.colloquy.session.erasure;

import static dev.colloquy.session.testing.Interviews.eventually;
import static dev.colloquy.session.testing.Interviews.said;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class ErasureTest {

    @Test
    @DisplayName("X3: what is known of a candidate is deleted, and nothing new is kept")
    void forgetsTheCandidate() {
        var id = Interviews.admitted();
        tell(id).statusCode(200);
        dispute(id).statusCode(202);
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(), Instant.now(), new TenantId("acme"), UUID.randomUUID(), List.of(id)));
        eventually(() -> Interviews.results(id)
                .body("interview.candidateFirstName", nullValue())
                .body("interview.transcript", empty()));
        Callers.agent()
                .get("/api/interviews/" + id + "/agent-context")
                .then()
                .statusCode(200)
                .body("resumeText", nullValue());
        tell(id).statusCode(409).body("type", equalTo("/problems/transcript-closed"));
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/disputes")
                .then()
                .body("items", empty());
        dispute(id).statusCode(404);
    }

    @Test
    @DisplayName("X3: final versions of a transcript are deleted with it")
    void forgetsWhatWasFinal() {
        var admission = Interviews.admission("acme");
        admission.put("consent", false);
        var id = Interviews.admitted(admission);
        tell(id).statusCode(200);
        Callers.agent()
                .body(Map.of("entries", List.of(), "completed", true))
                .post("/api/interviews/" + id + "/transcript");
        Interviews.end(id);
        dossier(id).statusCode(200);
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(), Instant.now(), new TenantId("acme"), UUID.randomUUID(), List.of(id)));
        eventually(() -> dossier(id).statusCode(404).body("type", equalTo("/problems/final-version-not-found")));
        tell(id).statusCode(409);
    }

    @Test
    @DisplayName("X3: an erasure that comes before the interview is remembered")
    void bringsNobodyBack() {
        var id = Interviews.newId();
        var seen = Interviews.admitted();
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(), Instant.now(), new TenantId("acme"), UUID.randomUUID(), List.of(id, seen)));
        eventually(() -> Interviews.results(seen).body("interview.candidateFirstName", nullValue()));

        Callers.service()
                .body(Interviews.admission("acme"))
                .put("/internal/interviews/" + id + "/admission")
                .then()
                .statusCode(200)
                .body("live", equalTo(false));
        Interviews.results(id)
                .body("interview.candidateFirstName", nullValue())
                .body("interview.status", equalTo("scheduled"));
        tell(id).statusCode(409);
    }

    private static ValidatableResponse dossier(InterviewId id) {
        return Callers.service().get("/internal/interviews/" + id + "/dossier").then();
    }

    private static ValidatableResponse dispute(InterviewId id) {
        return Callers.interviewee(id)
                .body(Map.of("note", "I live in Linz"))
                .post("/api/interviews/" + id + "/dispute")
                .then();
    }

    private static ValidatableResponse tell(InterviewId id) {
        return Callers.agent()
                .body(Map.of("entries", List.of(said("candidate", "I live in Graz"))))
                .post("/api/interviews/" + id + "/transcript")
                .then();
    }
}
