package dev.colloquy.webhook.reconciliation;

import static dev.colloquy.webhook.FakeElevenLabs.KEY;
import static dev.colloquy.webhook.FakeElevenLabs.KEY_OF_OWNER;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.FakeConversations;
import dev.colloquy.webhook.FakeElevenLabs;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("W5 Conversations whose id nobody named")
class LostConversationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final InterviewId interview = new InterviewId(UUID.randomUUID());
    private final String practice = "a {practice}: ü&1 " + interview;

    @ParameterizedTest
    @ValueSource(strings = {"done", "failed", "slow"})
    @DisplayName("are found by the interview's id in them")
    void areFoundByTheInterview(String word) {
        var conversation = begun(KEY, word, interview.toString());

        Published.endedWithoutConversation(interview, "acme", null);

        var event = completed(conversation);
        assertEquals("reconciled", event.path("source").asText());
        assertEquals(interview.toString(), event.path("clientSessionId").asText());
        await().atMost(LIMIT).until(() -> outcome().equals("RECONCILED"));
        assertEquals(conversation, Published.expectation(interview, "max(conversation_id)"));
    }

    @Test
    @DisplayName("are found by what the client of a practice session began them under, whatever that is")
    void areFoundByTheClientsId() {
        var conversation = begun(KEY, "done", practice);

        Published.endedWithoutConversation(interview, "acme", practice);

        assertEquals(practice, completed(conversation).path("clientSessionId").asText());
        await().atMost(LIMIT).until(() -> outcome().equals("RECONCILED"));
    }

    @Test
    @DisplayName("are all told where there are several, page by page, and none that only the list takes for ours")
    void areAllTold() {
        var one = begun(KEY, "done", practice);
        var other = begun(KEY, "done", practice);
        var foreign = FakeElevenLabs.conversation("done");
        FakeConversations.begin(KEY, foreign, "somebody-else", practice);

        Published.endedWithoutConversation(interview, "acme", practice);

        completed(one);
        completed(other);
        await().atMost(LIMIT).until(() -> outcome().equals("RECONCILED"));
        assertTrue(Deliveries.containing(foreign).isEmpty());
    }

    @Test
    @DisplayName("are given up when ElevenLabs lists none, and nothing is told of what nobody can name")
    void areGivenUp() {
        Published.endedWithoutConversation(interview, "acme", null);

        await().atMost(LIMIT).until(() -> outcome().equals("EXPIRED"));

        assertEquals("no conversation with our id", Published.expectation(interview, "max(last_answer)"));
        assertTrue(Deliveries.containing(interview.toString()).isEmpty());
    }

    @Test
    @DisplayName("are not looked for when a webhook has told of one with the interview's id")
    void areNotLookedForWhenTold() {
        var conversation = FakeElevenLabs.conversation("done");
        webhook(conversation);
        Deliveries.await(conversation, "PUBLISHED");

        Published.endedWithoutConversation(interview, "acme", null);
        await().atMost(LIMIT)
                .until(() -> Published.expectation(interview, "string_agg(kind, ' ')")
                        .equals("ROOM"));

        assertEquals(1, Deliveries.containing(conversation).size());
    }

    @Test
    @DisplayName("are not looked for any more when the webhook comes late")
    void areNotLookedForAfterTheWebhook() {
        Database.update("""
                insert into expectation (interview_id, kind, client_session_id, deadline, until)
                values (?, 'CONVERSATION', ?, now() + interval '1 hour', now() + interval '1 hour')""", interview.value(), interview.toString());

        webhook(FakeElevenLabs.conversation("done"));

        await().atMost(LIMIT).until(() -> outcome().equals("TOLD"));
    }

    @Test
    @DisplayName("are looked for with the tenant's own key")
    void areFoundWithTheTenantsKey() {
        var conversation = begun(KEY_OF_OWNER, "done", interview.toString());

        Published.endedWithoutConversation(interview, "owner", null);

        completed(conversation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "revoked", "away", "acme"})
    @DisplayName("are looked for with the installation's key where the tenant's does not know them")
    void areFoundWithTheInstallationsKey(String tenant) {
        var conversation = begun(KEY, "done", interview.toString());

        Published.endedWithoutConversation(interview, tenant, null);

        completed(conversation);
    }

    @ParameterizedTest
    @CsvSource({"revoked, the tenant's key is refused (401)", "away, the tenant's key is not known now"})
    @DisplayName(
            "are not believed to be none, and operators are told why, when the tenant's key does not open its account")
    void areNotBelievedToBeNone(String tenant, String reason) {
        Published.endedWithoutConversation(interview, tenant, null);

        await().atMost(LIMIT).until(() -> outcome().equals("EXPIRED"));

        assertEquals(reason, Published.expectation(interview, "max(last_answer)"));
        assertEquals("true", Published.expectation(interview, "bool_and(settled_at >= until)"));
    }

    private static String begun(String key, String word, String session) {
        var conversation = FakeElevenLabs.conversation(word);
        FakeConversations.begin(key, conversation, session);
        return conversation;
    }

    private void webhook(String conversation) {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1800000000,"data":{"conversation_id":"%s",
                "conversation_initiation_client_data":{"dynamic_variables":{"client_session_id":"%s"}}}}""".formatted(conversation, interview)));
    }

    private static JsonNode completed(String conversation) {
        return KafkaPeer.await(Topics.CONVERSATION_COMPLETED, conversation, 1).getFirst();
    }

    private String outcome() {
        return Published.expectation(interview, "string_agg(outcome, ' ') filter (where kind = 'CONVERSATION')");
    }
}
