package dev.colloquy.session.linking;

import static dev.colloquy.session.testing.HeldConversation.by;
import static dev.colloquy.session.testing.HeldConversation.named;
import static dev.colloquy.session.testing.HeldConversation.save;
import static dev.colloquy.session.testing.Interviews.eventually;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.session.testing.Callers;
import dev.colloquy.session.testing.HeldConversation;
import dev.colloquy.session.testing.Interviews;
import dev.colloquy.session.testing.Peers;
import dev.colloquy.session.testing.SessionTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionTest
@DisplayName("S6: linking")
class LinkingTest {

    private static final String CANDIDATE = "candidate@acme";

    private final String session = UUID.randomUUID().toString();
    private final HeldConversation conversation = HeldConversation.fresh();

    @Test
    void aConversationStartedWithOurIdFillsItsSession() {
        save(CANDIDATE, session, null, null);
        conversation.complete(by(CANDIDATE) + named(session));
        expectTranscript(session);
    }

    @Test
    @DisplayName("S6, W19: a conversation may come before its session is saved")
    void aConversationMayComeBeforeItsSessionIsSaved() {
        conversation.complete(by(CANDIDATE) + named(session));
        eventually(() -> assertEquals("waiting", conversation.parkedAs()));
        save(CANDIDATE, session, conversation.id(), null);
        expectTranscript(session);
        assertEquals("", conversation.parkedAs());
    }

    @Test
    @DisplayName("S6: a session that is saved again with more is tried again")
    void aWaitingConversationIsTriedWithWhatIsSavedLater() {
        conversation.complete("");
        eventually(() -> assertEquals("waiting", conversation.parkedAs()));
        save(CANDIDATE, session, null, "agent_1");
        save(CANDIDATE, session, conversation.id(), "agent_1");
        expectTranscript(session);
    }

    @Test
    void aClaimedConversationIsTheClientsOwn() {
        save(CANDIDATE, session, conversation.id(), null);
        conversation.complete(by(CANDIDATE));
        expectTranscript(session);
    }

    @Test
    @DisplayName("S6, S3: the client of a booked interview may claim a conversation that knows nothing of it")
    void aBookedInterviewClaimsItsConversation() {
        var booked = bookedOverElevenLabs();
        Callers.interviewee(booked)
                .body(Map.of(
                        "client_session_id", booked, "ended_by", "disconnect", "conversation_id", conversation.id()))
                .post("/api/save-interview")
                .then()
                .statusCode(200);
        conversation.complete("");
        eventually(() -> Interviews.results(booked)
                .body("interview.transcript.text", contains("Welcome", "Hello"))
                .body("interview.conversationId", equalTo(conversation.id())));
    }

    @Test
    @DisplayName("S6, W18: a conversation that nobody claims waits, and becomes an interview of its own")
    void aConversationNobodyClaimsBecomesAnInterviewOfItsOwn() {
        conversation.complete("");
        eventually(() -> bySession("recruiter@acme", conversation.id())
                .body("conversationId", equalTo(conversation.id()))
                .body("status", equalTo("completed")));
    }

    @Test
    @DisplayName("S6: a conversation that tells no time was held when it was told")
    void aConversationWithoutTimesIsOfToday() {
        save(CANDIDATE, session, null, "agent_1");
        conversation.complete(by(CANDIDATE), "");
        expectTranscript(session);
        List<String> times = Interviews.results(interviewOf(session)).extract().path("interview.transcript.timestamp");
        var recently = Instant.now().minusSeconds(600);
        assertTrue(times.stream().map(Instant::parse).allMatch(recently::isBefore), times.toString());
    }

    @Test
    @DisplayName("S6: a delivery that could not be used does not stand in the way of the next one")
    void aDeadDeliveryDoesNotBlockTheNext() {
        save(CANDIDATE, session, conversation.id(), null);
        Peers.answer("/internal/deliveries/" + conversation.delivery(), "this is no JSON");
        conversation.tell();
        eventually(() -> assertEquals("dead", conversation.workState()));

        new HeldConversation(conversation.id(), UUID.randomUUID()).complete(by(CANDIDATE));
        expectTranscript(session);
    }

    @Test
    @DisplayName("S6: a session that is named is found among however many alike")
    void findsTheNamedSessionAmongMany() throws SQLException {
        save(CANDIDATE, session, null, null);
        insertForeignSessions(session);
        conversation.complete(by(CANDIDATE) + named(session));
        expectTranscript(session);
    }

    @Test
    @DisplayName("X3: a conversation of somebody who was forgotten is nobody's")
    void aConversationOfAForgottenCandidateIsNotKept() {
        var forgotten = Interviews.newId();
        var seen = Interviews.admitted();
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(), Instant.now(), new TenantId("acme"), UUID.randomUUID(), List.of(forgotten, seen)));
        eventually(() -> Interviews.results(seen).body("interview.candidateFirstName", nullValue()));

        conversation.complete(named(forgotten));

        eventually(() -> assertEquals("done", conversation.workState()));
        assertEquals("", conversation.parkedAs());
        Callers.user("recruiter@acme")
                .get("/api/interviews/by-session/" + forgotten)
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("S8: characters that the database cannot store do not keep a conversation out")
    void aConversationLosesItsNulCharacters() {
        save(CANDIDATE, session, null, null);
        conversation.complete(by(CANDIDATE) + named(session + "\\u0000"));
        expectTranscript(session);
    }

    @Test
    void aConversationThatWasGivenUpIsNotWaitedFor() {
        save(CANDIDATE, session, conversation.id(), null);
        KafkaPeer.publish(new ConversationCompleted(
                UUID.randomUUID(), Instant.now(), conversation.id(), FactSource.DEADLINE, null, session, null));
        eventually(() -> bySession(CANDIDATE, session).body("status", equalTo("completed")));
    }

    @Test
    @DisplayName("W2: a conversation of which no words are told is over, and its transcript missing")
    void aConversationWithoutWordsHasNoTranscript() {
        save(CANDIDATE, session, conversation.id(), null);
        Peers.answer("/internal/deliveries/" + conversation.delivery(), """
                {"data": {"status": "failed", "transcript": null,
                "metadata": {"start_time_unix_secs": 1800000000, "call_duration_secs": 60}}}""");
        conversation.tell();

        eventually(() -> bySession(CANDIDATE, session).body("status", equalTo("completed")));
        Callers.user("recruiter@acme")
                .get("/api/interviews/" + interviewOf(session) + "/why")
                .then()
                .body("entries.kind", hasItems("conversation_completed", "transcript_missing"))
                .body("entries.kind", not(hasItem("transcript_completed")));
    }

    @Test
    @DisplayName("W5: the end of a session tells what its client began it under, to find its conversation by")
    void anEndTellsTheClientsId() {
        save(CANDIDATE, session, null, null);
        conversation.complete(by(CANDIDATE) + named(session));
        expectTranscript(session);
        var practice = KafkaPeer.await(Topics.INTERVIEW_ENDED, interviewOf(session), 1);
        assertEquals(session, practice.getFirst().path("clientSessionId").asText());

        var booked = bookedOverElevenLabs();
        Interviews.end(booked);
        var ended = KafkaPeer.await(Topics.INTERVIEW_ENDED, booked, 1);
        assertFalse(ended.getFirst().has("clientSessionId"));
    }

    @Test
    @DisplayName("S6: linking waits for whoever changes the interview, and works on what he leaves")
    void linksWhatOthersHaveJustChanged() throws SQLException {
        var id = bookedOverElevenLabs();
        try (var database = PostgresResource.ownerConnection("session");
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('app.tenant', 'acme', true)");
            statement.execute("select pg_advisory_xact_lock(hashtextextended('%s', 0))".formatted(id));
            conversation.complete(named(id));
            eventually(() -> assertEquals("1", conversation.text("""
                    select count(*)::text from pg_locks
                    where locktype = 'advisory' and not granted and ? <> ''""")));
            statement.execute("update interview set version = version + 1 where id = '%s'".formatted(id));
            database.commit();
        }

        eventually(() -> assertEquals("done", conversation.workState()));
        assertEquals("1", conversation.text("""
                select attempts::text from leased_work where queue = 'link-conversation' and key like ? || ':%'"""));
        Interviews.results(id).body("interview.transcript.text", contains("Welcome", "Hello"));
    }

    private static InterviewId bookedOverElevenLabs() {
        var admission = Interviews.admission("acme");
        admission.put("provider", "elevenlabs");
        return Interviews.admitted(admission);
    }

    /** Users of other tenants saved sessions under the same id, later than its owner. */
    private static void insertForeignSessions(String session) throws SQLException {
        try (var database = PostgresResource.ownerConnection("session");
                var statement = database.createStatement()) {
            statement.execute("""
                    with foreign_session as (
                        insert into interview_route (interview_id, tenant)
                        select gen_random_uuid(), 'elsewhere' from generate_series(1, 150) returning interview_id)
                    insert into practice_route (interview_id, client_session_id, user_id, ended_at)
                    select interview_id, '%s', 'somebody-else', now() + interval '1 minute'
                    from foreign_session""".formatted(session));
        }
    }

    private static ValidatableResponse bySession(String user, String session) {
        return Callers.user(user)
                .get("/api/interviews/by-session/" + session)
                .then()
                .statusCode(200);
    }

    private static InterviewId interviewOf(String session) {
        return InterviewId.of(bySession(CANDIDATE, session).extract().path("interviewId"));
    }

    private void expectTranscript(String ofSession) {
        eventually(() -> bySession(CANDIDATE, ofSession).body("status", equalTo("completed")));
        Callers.user(CANDIDATE)
                .get("/api/interviews/" + interviewOf(ofSession) + "/results")
                .then()
                .statusCode(200)
                .body("interview.conversationId", equalTo(conversation.id()))
                .body("interview.transcript.text", contains("Welcome", "Hello"))
                .body("interview.transcript.speaker", contains("ai", "candidate"))
                .body("interview.transcript.startMs", contains(0, 2500))
                .body("metadata.finalVersion", equalTo(1));
    }
}
