package dev.colloquy.session.parking;

import static dev.colloquy.session.testing.HeldConversation.named;
import static dev.colloquy.session.testing.HeldConversation.save;
import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.InterviewId;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.HeldConversation;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S6: parked conversations")
class ParkedConversationTest {

    private static final String CANDIDATE = "candidate@acme";

    private final HeldConversation conversation = HeldConversation.fresh();
    private final String one = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @Test
    void amongSeveralSessionsAnOperatorChooses() {
        parkAmongTwo();
        parked("operator@acme")
                .body("reason", contains("ambiguous"))
                .body("shared", contains(false))
                .body("agentId", contains("agent_1"))
                .body("parkedAt", contains(notNullValue()))
                .body(
                        "[0].candidates.interviewId",
                        containsInAnyOrder(
                                interviewOf(one).toString(), interviewOf(other).toString()));

        resolve("operator@acme", interviewOf(one)).statusCode(202);

        eventually(() -> bySession(one).body("status", equalTo("completed")));
        Interviews.results(interviewOf(one)).body("interview.transcript.text", contains("Welcome", "Hello"));
        bySession(other).body("status", equalTo("ended_pending_webhook"));
        parked("operator@acme").body("size()", equalTo(0));
        resolve("operator@acme", interviewOf(other)).statusCode(409).body("type", equalTo("/problems/already-settled"));
        assertEquals("", conversation.parkedAs());
    }

    @Test
    void aConversationOfNoneOfThemBecomesAnInterviewOfItsOwn() {
        parkAmongTwo();
        resolve("operator@acme", null).statusCode(202);
        eventually(() -> Callers.user("recruiter@acme")
                .get("/api/interviews/by-session/" + conversation.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("conversationId", equalTo(conversation.id())));
        bySession(one).body("status", equalTo("ended_pending_webhook"));
        resolve("operator@acme", null).statusCode(409);
    }

    @Test
    @DisplayName("S6: who saved an id that can be guessed does not get a conversation without a user")
    void anIdThatCanBeGuessedProvesNothing() {
        var guessable = "practice-" + one.substring(0, 8);
        save(CANDIDATE, guessable, null, null);
        conversation.complete(named(guessable));
        eventually(() -> assertEquals("ambiguous", conversation.parkedAs()));
        bySession(guessable).body("status", equalTo("ended_pending_webhook"));

        resolve("operator@acme", interviewOf(guessable)).statusCode(202);
        eventually(() -> bySession(guessable).body("status", equalTo("completed")));
    }

    @Test
    @DisplayName("X1, S6: operators see no other tenant's sessions, and choose nothing that may be another tenant's")
    void whatSeveralTenantsFitIsNobodysUntilTheOthersDisownIt() throws SQLException {
        parkAmongTwo();
        var foreign = Interviews.admitted(Interviews.admission("globex"));
        add(foreign);
        parked("operator@acme").body("[0].candidates.size()", equalTo(2)).body("shared", contains(true));
        parked("operator@globex").body("[0].candidates.interviewId", contains(foreign.toString()));

        resolve("operator@acme", interviewOf(one))
                .statusCode(409)
                .body("type", equalTo("/problems/shared-conversation"));
        resolve("operator@globex", null).statusCode(202);
        parked("operator@globex").body("size()", equalTo(0));

        resolve("operator@acme", interviewOf(one)).statusCode(202);
        eventually(() -> bySession(one).body("status", equalTo("completed")));
    }

    @Test
    void refusesWhatItCannotUse() {
        parkAmongTwo();
        resolve("operator@acme", Interviews.newId())
                .statusCode(400)
                .body("violations[0].field", equalTo("interviewId"));
        resolve("operator@globex", interviewOf(one))
                .statusCode(404)
                .body("type", equalTo("/problems/parked-conversation-not-found"));
        Callers.user("operator@acme")
                .body("{}")
                .post("/api/parked-conversations/conv_unknown/resolve")
                .then()
                .statusCode(404);
        Callers.user("operator@acme")
                .body("{\"interviewId\": \"x\"}")
                .post("/api/parked-conversations/" + conversation.id() + "/resolve")
                .then()
                .statusCode(400);
        Callers.user("operator@acme")
                .get("/api/parked-conversations?size=101")
                .then()
                .statusCode(400);
        Callers.user("operator@acme")
                .get("/api/parked-conversations?page=-1")
                .then()
                .statusCode(400);
        assertEquals("ambiguous", conversation.parkedAs());
    }

    private void parkAmongTwo() {
        save(CANDIDATE, one, conversation.id(), null);
        save(CANDIDATE, other, conversation.id(), null);
        conversation.complete("");
        eventually(() -> assertEquals("ambiguous", conversation.parkedAs()));
        bySession(one).body("status", equalTo("ended_pending_webhook"));
    }

    private void add(InterviewId candidate) throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var statement = database.createStatement()) {
            statement.execute(
                    "update parked_conversation set candidates = candidates || '%s'::uuid where conversation_id = '%s'"
                            .formatted(candidate, conversation.id()));
        }
    }

    /** This conversation in the list of an operator. */
    private ValidatableResponse parked(String operator) {
        return Callers.user(operator)
                .get("/api/parked-conversations?size=100")
                .then()
                .statusCode(200)
                .rootPath("items.findAll { it.conversationId == '%s' }".formatted(conversation.id()));
    }

    private ValidatableResponse resolve(String operator, @Nullable InterviewId chosen) {
        var decision = new HashMap<String, Object>();
        decision.put("interviewId", chosen);
        return Callers.user(operator)
                .body(decision)
                .post("/api/parked-conversations/" + conversation.id() + "/resolve")
                .then();
    }

    private static ValidatableResponse bySession(String session) {
        return Callers.user(CANDIDATE)
                .get("/api/interviews/by-session/" + session)
                .then()
                .statusCode(200);
    }

    /** The interview behind a session, known to recruiters before it is to its candidate. */
    private static InterviewId interviewOf(String session) {
        List<String> found = Callers.user("recruiter@acme")
                .get("/api/interviews?size=100")
                .path("items.findAll { it.sessionId == '%s' }.interviewId".formatted(session));
        return InterviewId.of(found.getFirst());
    }
}
