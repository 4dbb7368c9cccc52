package dev.colloquy.session.admission;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewCancelled;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
class AdmissionTest {

    private static final TenantId ACME = new TenantId("acme");

    @Test
    @DisplayName("S1: admission makes the interview when its scheduling has not been heard of")
    void letsInBeforeTheScheduleArrives() {
        var id = Interviews.newId();
        admit(id, Interviews.admission("acme"))
                .statusCode(200)
                .body("live", equalTo(true))
                .body("status", equalTo("scheduled"))
                .body("endedAt", nullValue());
        KafkaPeer.publish(scheduled(id, Instant.parse("2030-01-01T10:00:00Z")));
        eventually(() -> Interviews.results(id).body("interview.scheduledAt", equalTo("2030-01-01T10:00:00Z")));
        Interviews.results(id).body("interview.candidateFirstName", equalTo("Ada"));
    }

    @Test
    @DisplayName("S1: the interview is there as soon as it is scheduled, and a new time replaces the old one")
    void followsTheSchedule() {
        var id = Interviews.newId();
        var first = scheduled(id, Instant.parse("2030-01-01T10:00:00Z"));
        KafkaPeer.publish(first);
        KafkaPeer.publish(first);
        KafkaPeer.publish(scheduled(id, Instant.parse("2030-01-02T10:00:00Z")));
        eventually(() -> Interviews.results(id)
                .body("interview.scheduledAt", equalTo("2030-01-02T10:00:00Z"))
                .body("interview.candidateFirstName", nullValue()));
    }

    @Test
    void theFirstAdmissionCounts() {
        var id = Interviews.newId();
        var admission = Interviews.admission("acme");
        admit(id, admission).body("live", equalTo(true));
        admission.put("firstName", "Mallory");
        admission.put("consent", false);
        admit(id, admission).statusCode(200).body("live", equalTo(true));
        Callers.agent()
                .get("/api/interviews/" + id + "/agent-context")
                .then()
                .body("candidateFirstName", equalTo("Ada"))
                .body("recording", equalTo(true));
    }

    @Test
    @DisplayName("S01: of many admissions at once one lets the candidate in, and all answer the same")
    void letsInOnce() throws Exception {
        var id = Interviews.newId();
        var admission = Interviews.admission("acme");
        var answers = ConcurrentHashMap.<String>newKeySet();
        try (var callers = Executors.newFixedThreadPool(10)) {
            var calls = Stream.generate(() -> callers.submit(() -> answers.add(
                            admit(id, admission).statusCode(200).extract().asString())))
                    .limit(10)
                    .toList();
            for (var call : calls) {
                call.get();
            }
        }
        assertEquals(1, answers.size());
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + id + "/why")
                .then()
                .body("entries.findAll { it.kind == 'admitted' }.size()", equalTo(1));
    }

    @Test
    void letsNobodyIntoACancelledOrEndedInterview() {
        var cancelled = Interviews.newId();
        KafkaPeer.publish(scheduled(cancelled, Instant.now()));
        KafkaPeer.publish(new InterviewCancelled(UUID.randomUUID(), Instant.now(), ACME, cancelled));
        eventually(() -> Interviews.results(cancelled).body("interview.status", equalTo("cancelled")));
        admit(cancelled, Interviews.admission("acme"))
                .statusCode(200)
                .body("live", equalTo(false))
                .body("status", equalTo("cancelled"));
        var ended = Interviews.admitted();
        String endedAt = Interviews.end(ended).extract().path("endedAt");
        admit(ended, Interviews.admission("acme")).body("live", equalTo(false)).body("endedAt", equalTo(endedAt));
    }

    @Test
    @DisplayName("S10: facts that arrive before their interview count once it is there")
    void keepsFactsUntilTheInterviewIsThere() {
        var id = Interviews.newId();
        var at = Instant.parse("2026-02-03T04:05:06Z");
        KafkaPeer.publish(new ParticipantJoined(UUID.randomUUID(), at, id, "PA_" + id, ParticipantKind.CANDIDATE));
        admit(id, Interviews.admission("acme")).statusCode(200);
        eventually(() -> Interviews.results(id)
                .body("interview.status", equalTo("in_progress"))
                .body("interview.startedAt", equalTo(at.toString())));
    }

    @Test
    @DisplayName("R12: the booking chooses one of the position's personas, or all take part")
    void theBookingChoosesAPersona() {
        String panel = Callers.user("recruiter@acme")
                .get("/api/positions?size=100")
                .path("items.find { it.personas.size() == 2 }.id");
        var admission = Interviews.admission("acme");
        admission.put("positionId", panel);
        context(Interviews.admitted(admission))
                .body("persona.name", equalTo("Ines"))
                .body("personas.name", contains("Ines", "Theo"))
                .body("video", equalTo(true));

        admission.put("persona", "theo");
        admission.put("consent", false);
        context(Interviews.admitted(admission))
                .body("persona.name", equalTo("Theo"))
                .body("personas.name", contains("Theo"))
                .body("video", equalTo(false));

        admission.put("persona", "Nobody");
        admit(Interviews.newId(), admission).statusCode(400).body("violations[0].field", equalTo("persona"));
    }

    @Test
    void refusesWhatItCannotUse() {
        var admission = Interviews.admission("acme");
        admission.put("positionId", UUID.randomUUID());
        admit(Interviews.newId(), admission).statusCode(400).body("violations[0].field", equalTo("positionId"));
        admit(Interviews.newId(), Interviews.admission("nobody"))
                .statusCode(409)
                .body("type", equalTo("/problems/no-default-position"));
        admit(Interviews.newId(), Map.of("tenant", "acme")).statusCode(400);
        admit(Interviews.admitted(), Interviews.admission("globex")).statusCode(404);
    }

    private static ValidatableResponse context(InterviewId id) {
        return Callers.agent()
                .get("/api/interviews/" + id + "/agent-context")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse admit(InterviewId id, Map<String, Object> admission) {
        return Callers.service()
                .body(admission)
                .put("/internal/interviews/" + id + "/admission")
                .then();
    }

    private static InterviewScheduled scheduled(InterviewId id, Instant at) {
        return new InterviewScheduled(
                UUID.randomUUID(),
                Instant.now(),
                ACME,
                id,
                UUID.randomUUID(),
                null,
                at,
                at.plusSeconds(3600),
                Provider.LIVEKIT);
    }
}
