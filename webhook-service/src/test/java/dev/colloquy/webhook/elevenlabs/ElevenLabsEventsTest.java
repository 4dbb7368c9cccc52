package dev.colloquy.webhook.elevenlabs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.events.Topics;
import dev.colloquy.local.embedded.KafkaPeer;
import dev.colloquy.webhook.Deliveries;
import dev.colloquy.webhook.Sender;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("W2 ElevenLabs' events")
class ElevenLabsEventsTest {

    private final String conversation = "conv_" + UUID.randomUUID();

    @Test
    void tellsThatAConversationIsComplete() {
        var body = """
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"agent_id":"agent_1",
                "conversation_id":"%s","status":"done","transcript":[{"role":"user","message":"Hello"}],
                "conversation_initiation_client_data":{"dynamic_variables":{"client_session_id":"practice-1"}}}}""".formatted(conversation);
        assertEquals(200, Sender.elevenlabs(body));
        assertEquals(200, Sender.elevenlabs(body));

        var event =
                KafkaPeer.await(Topics.CONVERSATION_COMPLETED, conversation, 1).getFirst();

        var delivery = Deliveries.await(conversation, "PUBLISHED");
        assertEquals(delivery.id().toString(), event.path("deliveryId").asText());
        assertEquals("practice-1", event.path("clientSessionId").asText());
        assertEquals("agent_1", event.path("agentId").asText());
        assertEquals("webhook", event.path("source").asText());
        assertEquals("2026-09-21T14:13:20Z", event.path("occurredAt").asText());
        assertTrue(event.findPath("message").isMissingNode(), "What was said stays out of Kafka");
    }

    @Test
    void tellsOfAConversationThatWeDidNotBegin() {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"conversation_id":"%s",
                "conversation_initiation_client_data":null}}""".formatted(conversation)));

        var event =
                KafkaPeer.await(Topics.CONVERSATION_COMPLETED, conversation, 1).getFirst();

        assertFalse(event.has("clientSessionId"));
    }

    @Test
    @DisplayName("W16: a transcription without its transcript is told all the same")
    void tellsOfAConversationWithoutWords() {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"conversation_id":"%s",
                "status":"done","metadata":{"call_duration_secs":60}}}""".formatted(conversation)));

        assertEquals(
                1,
                KafkaPeer.await(Topics.CONVERSATION_COMPLETED, conversation, 1).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"initiated", "in-progress", "processing"})
    @DisplayName("W2 a transcription without its transcript tells nothing while ElevenLabs is not done")
    void waitsForWhatIsNotThereYet(String status) {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"conversation_id":"%s",
                "status":"%s","transcript":[]}}""".formatted(conversation, status)));

        Deliveries.await(conversation, "IGNORED");
        assertTrue(KafkaPeer.read(Topics.CONVERSATION_COMPLETED, conversation).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"transcript\":[]", "\"transcript\":null", "\"transcript\":\"\""})
    @DisplayName("W2 a conversation that failed without a transcript is told with what is known of its end")
    void tellsOfAnEndWithoutWords(String transcript) {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"conversation_id":"%s",
                "status":"failed",%s,"metadata":{"call_duration_secs":60}}}""".formatted(conversation, transcript)));

        var event =
                KafkaPeer.await(Topics.CONVERSATION_COMPLETED, conversation, 1).getFirst();
        var delivery = Deliveries.await(conversation, "PUBLISHED");
        assertEquals(delivery.id().toString(), event.path("deliveryId").asText());
    }

    @Test
    void storesOtherKindsWithoutTelling() {
        for (var kind : List.of(
                "post_call_audio",
                "call_initiation_failure",
                "answering_machine_detection",
                "post_call_transcription_otel",
                "post_call_transcription_unredacted",
                "something_new")) {
            var id = conversation + kind;
            assertEquals(200, Sender.elevenlabs("""
                    {"type":"%s","event_timestamp":1790000000,"data":{"conversation_id":"%s"}}""".formatted(kind, id)));
            assertEquals(kind, Deliveries.await(id, "IGNORED").kind());
        }
    }

    @Test
    void putsATranscriptionWithoutConversationAside() {
        assertEquals(200, Sender.elevenlabs("""
                {"type":"post_call_transcription","event_timestamp":1790000000,"data":{"agent_id":"%s"}}""".formatted(conversation)));

        assertEquals(
                "A transcription without conversation_id",
                Deliveries.await(conversation, "DEAD").reason());
    }
}
