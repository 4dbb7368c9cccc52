package dev.colloquy.webhook.elevenlabs;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.webhook.delivery.LenientJson;
import java.time.Instant;
import java.util.Optional;

/** ElevenLabs' envelope {@code {type, event_timestamp, data}}. Fields and kinds are added often. */
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
        return text(json.path("data").path("conversation_id"));
    }

    Optional<String> agentId() {
        return text(json.path("data").path("agent_id"));
    }

    /** What we gave the conversation when it began, to know it by. */
    Optional<String> clientSessionId() {
        return text(json.path("data")
                .path("conversation_initiation_client_data")
                .path("dynamic_variables")
                .path("client_session_id"));
    }

    /** ElevenLabs gives deliveries no id: kind, conversation and time are equal on every repetition. */
    Optional<String> dedupeKey() {
        return kind().flatMap(kind -> conversationId()
                .flatMap(conversation -> at().map(at -> kind + ":" + conversation + ":" + at.getEpochSecond())));
    }
}
