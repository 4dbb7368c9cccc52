package dev.colloquy.webhook.erasure;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.CandidateErased;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.local.embedded.PostgresResource;
import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("W4 What was told of candidates who asked to be forgotten")
class ErasureTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final InterviewId interview = new InterviewId(UUID.randomUUID());
    private final String conversation = "conv_" + UUID.randomUUID().toString().replace("-", "");

    @Test
    @DisplayName("is deleted, by the interview and by its conversation, and what still comes is not kept")
    void isDeletedAndNotKeptAnyMore() {
        sendRoomEvent();
        sendTranscription(interview.toString());
        sendTranscription("another-name-of-the-session");
        var others = new InterviewId(UUID.randomUUID());
        sendRoomEvent(others);
        await().atMost(LIMIT).until(() -> Deliveries.containing(conversation).size() == 2);

        erase();

        await().atMost(LIMIT)
                .until(() -> Deliveries.containing(interview.toString()).isEmpty());
        assertTrue(Deliveries.containing(conversation).isEmpty());
        sendRoomEvent();
        sendTranscription("yet-another-name");
        assertTrue(Deliveries.containing(interview.toString()).isEmpty());
        assertTrue(Deliveries.containing(conversation).isEmpty());
        assertEquals(1, Deliveries.containing(others.toString()).size());
    }

    @Test
    @DisplayName("is looked for again, should it have been stored at that very moment")
    void isLookedForAgain() throws SQLException {
        erase();
        await().atMost(LIMIT).until(() -> count("leased_work where queue = 'forget-interview' and key = ?") == 1);
        storeBehindItsBack();

        makeDue();

        await().atMost(LIMIT)
                .until(() -> Deliveries.containing(interview.toString()).isEmpty());
    }

    @Test
    @DisplayName("is not looked for by what a client began it under, which is not kept either")
    void isNotLookedForAnyMore() {
        Database.update("""
                insert into expectation (interview_id, kind, client_session_id, deadline, until)
                values (?, 'CONVERSATION', 'my-name', now(), now())""", interview.value());

        erase();

        await().atMost(LIMIT).until(() -> Database.number("""
                        select count(*) from expectation
                        where interview_id = ? and outcome = 'WITHDRAWN' and client_session_id is null""", interview.value()) == 1);
    }

    private void erase() {
        KafkaPeer.publish(new CandidateErased(
                UUID.randomUUID(),
                Clock.systemUTC().instant(),
                new TenantId("acme"),
                UUID.randomUUID(),
                List.of(interview)));
    }

    private void sendRoomEvent() {
        sendRoomEvent(interview);
    }

    private static void sendRoomEvent(InterviewId room) {
        assertEquals(204, Sender.livekit("""
                {"event":"room_started","id":"EV_%s","room":{"name":"%s"}}""".formatted(UUID.randomUUID(), room.roomName())));
    }

    private void sendTranscription(String session) {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":%d,"data":{"conversation_id":"%s","agent_id":"a",
                "conversation_initiation_client_data":{"dynamic_variables":{"client_session_id":"%s"}}}}""".formatted(System.nanoTime(), conversation, session)));
    }

    private void storeBehindItsBack() throws SQLException {
        execute("""
                insert into delivery (provider, dedupe_key, kind, body, content_type, signed_with, state, interview_id)
                values ('LIVEKIT', gen_random_uuid()::text, 'room_started', convert_to(?, 'UTF8'), '', 'current', 'IGNORED',
                    cast(? as uuid))""", interview.toString(), interview.toString());
    }

    private void makeDue() throws SQLException {
        execute(
                "update leased_work set due_at = now() where queue = 'forget-interview' and key = ?",
                interview.toString());
    }

    private static void execute(String sql, String... parameters) throws SQLException {
        try (var database = PostgresResource.ownerConnection("webhook");
                var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            assertEquals(1, statement.executeUpdate());
        }
    }

    private int count(String from) throws SQLException {
        try (var database = PostgresResource.ownerConnection("webhook");
                var query = database.prepareStatement("select count(*) from " + from)) {
            query.setString(1, interview.toString());
            var rows = query.executeQuery();
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }
}
