package dev.colloquy.webhook.livekit;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.delivery.LenientJson;
import java.time.Instant;
import java.util.Optional;

/**
 * LiveKit's {@code WebhookEvent} as protojson prints it: zero values are left out, 64-bit numbers are strings, fields
 * and words we do not know may appear at any time.
 */
record LiveKitEvent(JsonNode json) {

    static LiveKitEvent read(ObjectMapper mapper, byte[] body) {
        return new LiveKitEvent(LenientJson.read(mapper, body));
    }

    Optional<String> kind() {
        return text(json.path("event"));
    }

    /** The same on every repetition. */
    Optional<String> id() {
        return text(json.path("id"));
    }

    Optional<Instant> createdAt() {
        return Optional.of(json.path("createdAt").asLong())
                .filter(seconds -> seconds > 0)
                .map(Instant::ofEpochSecond);
    }

    /** Nothing when the room is not one of ours. Egress events carry the room in the egress. */
    Optional<InterviewId> interview() {
        return text(egress().path("roomName"))
                .or(() -> text(json.path("room").path("name")))
                .flatMap(InterviewId::ofRoom);
    }

    String roomSid() {
        return json.path("room").path("sid").asText("");
    }

    JsonNode participant() {
        return json.path("participant");
    }

    JsonNode egress() {
        return json.path("egressInfo");
    }
}
