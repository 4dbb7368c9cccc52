package dev.colloquy.webhook.reconciliation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.webhook.Database;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.FakeElevenLabs;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("W5 Conversations that nobody tells of")
class ConversationInquiryTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final InterviewId interview = new InterviewId(UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(strings = {"done", "failed", "slow"})
    @DisplayName("are asked for until ElevenLabs has processed them; the answer is kept like a webhook's")
    void areAskedFor(String word) {
        var conversation = FakeElevenLabs.conversation(word);

        var event = completedAfterEndOf(conversation);

        assertEquals("reconciled", event.path("source").asText());
        assertEquals("agent_1", event.path("agentId").asText());
        var delivery = Deliveries.await(conversation, "PUBLISHED");
        assertEquals(delivery.id().toString(), event.path("deliveryId").asText());
        await().atMost(LIMIT).until(() -> outcome().equals("RECONCILED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "down", "processing"})
    @DisplayName("are given up in the end, and that is told")
    void areGivenUp(String word) {
        var event = completedAfterEndOf(FakeElevenLabs.conversation(word));

        assertEquals("deadline", event.path("source").asText());
        assertFalse(event.has("deliveryId"));
        assertEquals("EXPIRED", outcome());
    }

    @Test
    @DisplayName("are not asked for when the webhook came before the end was told")
    void areNotAskedForWhenTold() {
        var conversation = FakeElevenLabs.conversation("done");
        webhook(conversation);
        Deliveries.await(conversation, "PUBLISHED");

        Published.ended(interview, Provider.ELEVENLABS, conversation);
        await().atMost(LIMIT).until(() -> kinds().equals("ROOM"));

        assertEquals(1, Deliveries.containing(conversation).size());
    }

    @Test
    @DisplayName("are not asked for any more when the webhook comes late")
    void areNotAskedForAgainAfterTheWebhook() {
        var conversation = FakeElevenLabs.conversation("processing");
        Published.ended(interview, Provider.ELEVENLABS, conversation);
        await().atMost(LIMIT).until(() -> kinds().contains("CONVERSATION"));

        webhook(conversation);

        await().atMost(LIMIT).until(() -> outcome().equals("TOLD"));
        var events = KafkaPeer.read(Topics.CONVERSATION_COMPLETED, conversation);
        assertTrue(
                events.stream().allMatch(event -> event.path("source").asText().equals("webhook")), events::toString);
    }

    @Test
    @DisplayName("W2 are asked for when the webhook leaves out what was said")
    void areAskedForWhenTheWebhookIsCut() {
        var conversation = FakeElevenLabs.conversation("done");
        Database.update("""
                insert into expectation (interview_id, kind, conversation_id, deadline, until)
                values (?, 'CONVERSATION', ?, now() + interval '1 hour', now() + interval '1 hour')""", interview.value(), conversation);
        webhook(conversation, "post_call_transcription", ",\"status\":\"done\"");
        Deliveries.await(conversation, "IGNORED");

        var event = completedAfterEndOf(conversation);

        assertEquals("reconciled", event.path("source").asText());
        await().atMost(LIMIT).until(() -> outcome().equals("RECONCILED"));
        assertEquals(
                List.of("IGNORED", "PUBLISHED"),
                Deliveries.containing(conversation).stream()
                        .map(Deliveries.Row::state)
                        .sorted()
                        .toList());
    }

    @Test
    @DisplayName("W2 are asked for when the webhook comes in OpenTelemetry's form, which is stored and not read")
    void areAskedForWhenTheWebhookIsATrace() {
        var conversation = FakeElevenLabs.conversation("done");
        webhook(conversation, "post_call_transcription_otel", ",\"otlp_traces\":{\"resourceSpans\":[]}");
        Deliveries.await(conversation, "IGNORED");

        var event = completedAfterEndOf(conversation);

        assertEquals("reconciled", event.path("source").asText());
    }

    private JsonNode completedAfterEndOf(String conversation) {
        Published.ended(interview, Provider.ELEVENLABS, conversation);
        return KafkaPeer.await(Topics.CONVERSATION_COMPLETED, conversation, 1).getFirst();
    }

    private static void webhook(String conversation) {
        webhook(conversation, "post_call_transcription", "");
    }

    private static void webhook(String conversation, String kind, String more) {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"%s","event_timestamp":1800000000,
                "data":{"conversation_id":"%s","agent_id":"agent_1"%s}}""".formatted(kind, conversation, more)));
    }

    private String outcome() {
        return Published.expectation(interview, "string_agg(outcome, ' ') filter (where kind = 'CONVERSATION')");
    }

    private String kinds() {
        return Published.expectation(interview, "string_agg(kind, ' ')");
    }
}
