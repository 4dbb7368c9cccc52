package dev.colloquy.webhook.elevenlabs;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.delivery.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * ElevenLabs' envelope {@code {type, event_timestamp, data}}, or the data alone, as its API answers them. Fields and kinds
 * are added often.
 */
record ElevenLabsEvent(JsonNode json) {

    static ElevenLabsEvent read(ObjectMapper mapper, byte[] body) {
        return new ElevenLabsEvent(LenientJson.read(mapper, body));
    }

    Optional<String> kind() {
        return text(json.path("type"));
    }

    Optional<Instant> at() {
        return Optional.of(json.path("event_timestamp").asLong())
                .filter(seconds -> seconds > 0)
                .map(Instant::ofEpochSecond);
    }

    Optional<String> conversationId() {
        return text(data().path("conversation_id"));
    }

    Optional<String> agentId() {
        return text(data().path("agent_id"));
    }

    /** What we gave the conversation when it began, to know it by. */
    Optional<String> clientSessionId() {
        return text(data().path("conversation_initiation_client_data")
                .path("dynamic_variables")
                .path("client_session_id"));
    }

    /** The conversation, and the interview if it was begun with our id of it. */
    Subject subject() {
        return new Subject(clientSessionId().flatMap(InterviewId::find), conversationId());
    }

    /** ElevenLabs gives deliveries no id: kind, conversation and time are equal on every repetition. */
    Optional<String> dedupeKey() {
        return kind().flatMap(kind -> conversationId()
                .flatMap(conversation -> at().map(at -> kind + ":" + conversation + ":" + at.getEpochSecond())));
    }

    private JsonNode data() {
        return json.has("data") ? json.path("data") : json;
    }
}
