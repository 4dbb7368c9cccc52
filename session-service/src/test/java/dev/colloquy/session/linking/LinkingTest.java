package dev.colloquy.session.linking;

import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.DemoUser;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.Peers;
import dev.colloquy.session.testing.SessionTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S6: linking")
class LinkingTest {

    private static final String ACMES_CANDIDATE =
            DemoUser.named("candidate@acme").orElseThrow().subject();

    private static final String NAMED = """
            "conversation_initiation_client_data": {"dynamic_variables": {"client_session_id": "%s"}},""";

    private final String session = UUID.randomUUID().toString();
    private final String conversation = "conv_" + UUID.randomUUID();
    private final UUID delivery = UUID.randomUUID();

    @Test
    void aConversationStartedWithOurIdFillsItsSession() {
        save(session, null);
        complete(NAMED.formatted(session));
        expectTranscript(session);
    }

    @Test
    void aConversationMayComeBeforeItsSessionIsSaved() {
        complete(NAMED.formatted(session));
        eventually(() -> assertEquals("waiting", parkedAs()));
        save(session, conversation);
        expectTranscript(session);
        assertEquals("", parkedAs());
    }

    @Test
    void aClaimedConversationIsTheClientsOwn() {
        save(session, conversation);
        complete("");
        expectTranscript(session);
    }

    @Test
    void aConversationNobodyClaimsBecomesAnInterviewOfItsOwn() {
        complete("");
        eventually(() -> Callers.user("recruiter@acme")
                .get("/api/interviews/by-session/" + conversation)
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(conversation))
                .body("status", equalTo("completed")));
    }

    @Test
    @DisplayName("X3: a conversation of somebody who was forgotten is nobody's")
    void aConversationOfAForgottenCandidateIsNotKept() {
        var forgotten = Interviews.newId();
        var seen = Interviews.admitted();
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(), Instant.now(), new TenantId("acme"), UUID.randomUUID(), List.of(forgotten, seen)));
        eventually(() -> Interviews.results(seen).body("interview.candidateFirstName", nullValue()));

        complete(NAMED.formatted(forgotten));

        eventually(() -> assertEquals("done", workState()));
        assertEquals("", parkedAs());
        Callers.user("recruiter@acme")
                .get("/api/interviews/by-session/" + forgotten)
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("S8: characters that the database cannot store do not keep a conversation out")
    void aConversationLosesItsNulCharacters() {
        save(session, null);
        complete(NAMED.formatted(session + "\\u0000"));
        expectTranscript(session);
    }

    @Test
    void amongSeveralSessionsAnOperatorChooses() {
        var other = UUID.randomUUID().toString();
        save(session, conversation);
        save(other, conversation);
        complete("");
        eventually(() -> assertEquals("ambiguous", parkedAs()));
        Callers.user("candidate@acme")
                .get("/api/interviews/by-session/" + session)
                .then()
                .body("status", equalTo("ended_pending_webhook"));
    }

    @Test
    void aConversationThatWasGivenUpIsNotWaitedFor() {
        save(session, conversation);
        KafkaPeer.publish(new ConversationCompleted(
                UUID.randomUUID(), Instant.now(), conversation, FactSource.DEADLINE, null, session, null));
        eventually(() -> Callers.user("candidate@acme")
                .get("/api/interviews/by-session/" + session)
                .then()
                .body("status", equalTo("completed")));
    }

    @Test
    @DisplayName("S6: linking waits for whoever changes the interview, and works on what he leaves")
    void linksWhatOthersHaveJustChanged() throws SQLException {
        var admission = Interviews.admission("acme");
        admission.put("provider", "elevenlabs");
        var id = Interviews.admitted(admission);
        try (var database = PostgresResource.ownerConnection("session");
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('app.tenant', 'acme', true)");
            statement.execute("select pg_advisory_xact_lock(hashtextextended('%s', 0))".formatted(id));
            complete(NAMED.formatted(id));
            eventually(() -> assertEquals("1", text("""
                    select count(*)::text from pg_locks
                    where locktype = 'advisory' and not granted and ? <> ''""")));
            statement.execute("update interview set version = version + 1 where id = '%s'".formatted(id));
            database.commit();
        }

        eventually(() -> assertEquals("done", workState()));
        assertEquals("1", text("""
                select attempts::text from leased_work where queue = 'link-conversation' and key = ?"""));
        Interviews.results(id).body("interview.transcript.text", contains("Welcome", "Hello"));
    }

    private static void save(String session, @Nullable String conversation) {
        var request = conversation == null
                ? Map.of("client_session_id", session, "ended_by", "user")
                : Map.of("client_session_id", session, "ended_by", "user", "conversation_id", conversation);
        Callers.user("candidate@acme")
                .body(request)
                .post("/api/save-interview")
                .then()
                .statusCode(200);
    }

    private void complete(String more) {
        Peers.answer("/internal/deliveries/" + delivery, """
                {"type": "post_call_transcription", "event_timestamp": 1767225700, "data": {
                  "agent_id": "agent_1", "conversation_id": "%s", "user_id": "%s", "status": "done", %s
                  "metadata": {"start_time_unix_secs": 1767225600, "call_duration_secs": 60},
                  "transcript": [
                    {"role": "agent", "message": "Welcome", "time_in_call_secs": 0},
                    {"role": "agent", "message": null, "time_in_call_secs": 1},
                    {"role": "user", "message": "Hel\\u0000lo", "time_in_call_secs": 2.5}]}}""".formatted(conversation, ACMES_CANDIDATE, more));
        var event = new ConversationCompleted(
                UUID.randomUUID(), Instant.now(), conversation, FactSource.WEBHOOK, delivery, null, "agent_1");
        KafkaPeer.publish(event);
        KafkaPeer.publish(event);
    }

    private void expectTranscript(String ofSession) {
        eventually(() -> Callers.user("candidate@acme")
                .get("/api/interviews/by-session/" + ofSession)
                .then()
                .body("status", equalTo("completed")));
        String id = Callers.user("candidate@acme")
                .get("/api/interviews/by-session/" + ofSession)
                .path("interviewId");
        Callers.user("candidate@acme")
                .get("/api/interviews/" + id + "/results")
                .then()
                .statusCode(200)
                .body("interview.conversationId", equalTo(conversation))
                .body("interview.transcript.text", contains("Welcome", "Hello"))
                .body("interview.transcript.speaker", contains("ai", "candidate"))
                .body("interview.transcript.startMs", contains(0, 2500))
                .body("metadata.finalVersion", equalTo(1));
    }

    private String workState() {
        return text("select state from leased_work where queue = 'link-conversation' and key = ?");
    }

    private String parkedAs() {
        return text("select reason from parked_conversation where conversation_id = ?");
    }

    private String text(String sql) {
        try (var database = PostgresResource.ownerConnection("session");
                var query = database.prepareStatement(sql)) {
            query.setString(1, conversation);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
