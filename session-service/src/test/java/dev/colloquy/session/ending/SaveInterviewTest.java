package dev.colloquy.session.ending;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S3, S4: save-interview and by-session")
class SaveInterviewTest {

    @Test
    void endsABookedInterviewOnceHoweverOftenItIsSaved() {
        var id = Interviews.inProgress();
        for (int time = 0; time < 3; time++) {
            save(Callers.interviewee(id), id.toString(), "user").statusCode(200).body("success", equalTo(true));
        }
        bySession(Callers.interviewee(id), id.toString())
                .body("status", equalTo("ended_pending_webhook"))
                .body("interviewId", nullValue())
                .body("evaluationStatus", equalTo("pending"));
        eventually(() -> bySession(Callers.interviewee(id), id.toString())
                .body("status", equalTo("completed"))
                .body("interviewId", equalTo(id.toString())));
        assertEquals(1, KafkaPeer.read(Topics.INTERVIEW_ENDED, id).size());
        Interviews.results(id)
                .body("interview.endedBy", equalTo("user"))
                .body("interview.clientEndedAt", notNullValue());
    }

    @Test
    @DisplayName("S3, S9: a lost connection ends a LiveKit interview only when the candidate does not come back")
    void startsTheGraceOnDisconnect() {
        var id = Interviews.admitted();
        save(Callers.interviewee(id), id.toString(), "disconnect").statusCode(200);
        Interviews.results(id).body("interview.status", equalTo("scheduled"));
        eventually(() -> Interviews.results(id)
                .body("interview.status", equalTo("no_show"))
                .body("interview.blame", equalTo("media_never_connected"))
                .body("interview.endedBy", equalTo("disconnect")));
    }

    @Test
    @DisplayName("S9: a client that lost its connection ends nothing while the room still has the candidate")
    void believesTheRoomBeforeTheClient() {
        var id = Interviews.admitted();
        var participant = Interviews.join(id);
        eventually(() -> Interviews.results(id).body("interview.webrtcStatus", equalTo("connected")));
        var lost = Interviews.admitted();
        save(Callers.interviewee(id), id.toString(), "disconnect").statusCode(200);
        save(Callers.interviewee(lost), lost.toString(), "disconnect").statusCode(200);

        eventually(() -> Interviews.results(lost).body("interview.endedBy", equalTo("disconnect")));
        Interviews.results(id)
                .body("interview.status", equalTo("in_progress"))
                .body("interview.webrtcStatus", equalTo("connected"))
                .body("interview.clientEndedAt", notNullValue());

        Interviews.leave(id, participant);
        eventually(() -> Interviews.results(id).body("interview.endedBy", equalTo("disconnect")));
    }

    @Test
    @DisplayName("S9: a candidate who comes back in time goes on")
    void goesOnWhenTheCandidateComesBack() {
        var back = Interviews.admitted();
        var first = Interviews.join(back);
        Interviews.leave(back, first);
        Interviews.join(back);
        var lost = Interviews.admitted();
        Interviews.leave(lost, Interviews.join(lost));

        eventually(() -> Interviews.results(lost).body("interview.status", equalTo("completed")));
        Interviews.results(back)
                .body("interview.status", equalTo("in_progress"))
                .body("interview.webrtcStatus", equalTo("connected"));
    }

    @Test
    void keepsNoPracticeSessionUnderTheIdOfAnInterview() {
        var id = Interviews.admitted();
        save(Callers.user("candidate@acme"), id.toString(), "user")
                .statusCode(400)
                .body("violations[0].field", equalTo("client_session_id"));
        save(Callers.user("candidate@acme"), id.toString().toUpperCase(Locale.ROOT), "user")
                .statusCode(400);

        bySession(Callers.user("recruiter@acme"), id.toString())
                .body("interviewId", equalTo(id.toString()))
                .body("status", equalTo("scheduled"));
    }

    @Test
    void anInterviewIsFoundByItsOwnIdFirst() {
        var id = Interviews.newId();
        save(Callers.user("candidate@acme"), id.toString(), "user").statusCode(200);
        Callers.service()
                .body(Interviews.admission("acme"))
                .put("/internal/interviews/" + id + "/admission")
                .then()
                .statusCode(200);

        for (var caller : List.of(Callers.interviewee(id), Callers.user("recruiter@acme"))) {
            bySession(caller, id.toString())
                    .body("interviewId", equalTo(id.toString()))
                    .body("status", equalTo("scheduled"));
        }
        bySession(Callers.user("candidate@acme"), id.toString()).body("status", equalTo("ended_pending_webhook"));
    }

    @Test
    void keepsAPracticeSessionOfASignedInCandidate() {
        var session = UUID.randomUUID().toString();
        var candidate = Callers.user("candidate@acme");
        save(candidate, session, "disconnect").statusCode(200);
        save(candidate, Map.of("client_session_id", session, "ended_by", "user", "conversation_id", "conv-" + session))
                .statusCode(200);
        bySession(candidate, session)
                .body("status", equalTo("ended_pending_webhook"))
                .body("interviewId", nullValue())
                .body("conversationId", equalTo("conv-" + session));
        Callers.user("recruiter@acme")
                .get("/api/interviews?size=100")
                .then()
                .body("items.findAll { it.sessionId == '%s' }.size()".formatted(session), equalTo(1))
                .body("items.find { it.sessionId == '%s' }.endedBy".formatted(session), equalTo("disconnect"));
    }

    @Test
    void whatWasKnownIsNotForgottenByANull() {
        var session = UUID.randomUUID().toString();
        var candidate = Callers.user("candidate@acme");
        var request = new HashMap<String, Object>(Map.of("client_session_id", session, "ended_by", "user"));
        request.put("conversation_id", "conv-" + session);
        save(candidate, request).statusCode(200);
        request.put("conversation_id", null);
        save(candidate, request).statusCode(200);
        bySession(candidate, session).body("conversationId", equalTo("conv-" + session));
    }

    @Test
    @DisplayName("S3: a practice session is kept also where its tenant has no default position")
    void keepsAPracticeSessionWithoutAPosition() throws SQLException {
        var session = UUID.randomUUID().toString();
        var candidate = Callers.user("candidate@acme");
        withoutDefaultPosition(() -> save(candidate, session, "user").statusCode(200));
        bySession(Callers.user("candidate@acme"), session).body("status", equalTo("ended_pending_webhook"));
    }

    @Test
    @DisplayName("S4: by-session answers exactly what the frontend was written against")
    void answersExactlyFourFields() {
        var session = UUID.randomUUID().toString();
        save(Callers.user("candidate@acme"), session, "user").statusCode(200);
        bySession(Callers.user("candidate@acme"), session)
                .body("keySet()", containsInAnyOrder("interviewId", "conversationId", "status", "evaluationStatus"))
                .body("interviewId", nullValue())
                .body("conversationId", nullValue())
                .body("evaluationStatus", equalTo("pending"));
        var scheduled = Interviews.scheduled();
        bySession(Callers.user("recruiter@acme"), scheduled.toString())
                .body("interviewId", equalTo(scheduled.toString()))
                .body("status", equalTo("scheduled"))
                .body("evaluationStatus", nullValue());
    }

    @Test
    void refusesWhatItCannotUse() {
        var id = Interviews.admitted();
        var candidate = Callers.user("candidate@acme");
        save(Callers.interviewee(id), Interviews.newId().toString(), "user").statusCode(404);
        save(Callers.interviewee(id), "no-id", "user").statusCode(404);
        save(candidate, "x".repeat(65), "user")
                .statusCode(400)
                .body("violations[0].field", equalTo("client_session_id"));
        save(candidate, "some-session", "provider").statusCode(400);
        save(candidate, Map.of("client_session_id", "some-session")).statusCode(400);
        candidate.body("{").post("/api/save-interview").then().statusCode(400);
        Callers.user("candidate@acme")
                .get("/api/interviews/by-session/some-session")
                .then()
                .statusCode(404);
        candidate.get("/api/interviews/by-session/" + "x".repeat(129)).then().statusCode(400);
        Callers.user("candidate@acme")
                .urlEncodingEnabled(false)
                .get("/api/interviews/by-session/a%00b")
                .then()
                .statusCode(400);
        Interviews.results(id).body("interview.status", equalTo("scheduled"));
    }

    /** Acme's default position is put back afterwards: other tests stand on it. */
    private static void withoutDefaultPosition(Runnable then) throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var statement = database.createStatement()) {
            statement.execute("select set_config('app.tenant', 'acme', false)");
            statement.execute("create temporary table was_default as select id from position where tenant_default");
            statement.execute("update position set tenant_default = false where tenant_default");
            try {
                then.run();
            } finally {
                statement.execute("update position set tenant_default = true where id in (select id from was_default)");
            }
        }
    }

    private static ValidatableResponse save(RequestSpecification caller, String session, String endedBy) {
        return save(caller, Map.of("client_session_id", session, "ended_by", endedBy));
    }

    private static ValidatableResponse save(RequestSpecification caller, Map<String, Object> request) {
        return caller.body(request).post("/api/save-interview").then();
    }

    private static ValidatableResponse bySession(RequestSpecification caller, String session) {
        return caller.get("/api/interviews/by-session/" + session).then().statusCode(200);
    }
}
