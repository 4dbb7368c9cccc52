package dev.colloquy.webhook.elevenlabs;

import static dev.colloquy.webhook.delivery.LenientJson.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.delivery.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ElevenLabs' envelope {@code {type, event_timestamp, data}}, or the data alone, as its API answers them. Fields and kinds
 * are added often.
 */
record ElevenLabsEvent(JsonNode json) {

    static final String AUDIO = "post_call_audio";

    private static final Set<String> UNFINISHED = Set.of("initiated", "in-progress", "processing");

    static ElevenLabsEvent read(ObjectMapper mapper, byte[] body) {
        return new ElevenLabsEvent(LenientJson.read(mapper, body));
    }

    /** Of a kind that carries sound, blacked out or not. */
    boolean isAudio() {
        return json.path("data").isObject()
                && kind().filter(kind -> kind.startsWith(AUDIO)).isPresent();
    }

    /** Its sound has in it what was to be kept out of ours. */
    boolean isUnredacted() {
        return !kind().equals(Optional.of(AUDIO));
    }

    /** Where the sound went: {@code key, bytes, sha256}, less where it was not kept. Nothing when there was none. */
    Optional<JsonNode> sound() {
        return Optional.of(json.path("data").path("full_audio")).filter(JsonNode::isObject);
    }

    /** The same with something in the place of its sound. */
    byte[] with(Map<String, Object> sound) {
        var copy = json.deepCopy();
        ((ObjectNode) copy.path("data")).putPOJO("full_audio", sound);
        return copy.toString().getBytes(UTF_8);
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

    /** What was said may still come: it is not here, and ElevenLabs is not done with the conversation. */
    boolean isEarly() {
        return transcript().isEmpty() && UNFINISHED.contains(status());
    }

    /** ElevenLabs is done, and what was said was left out, as a webhook may be set up; an empty list is no such thing. */
    boolean isCut() {
        return (transcript().isMissingNode() || transcript().isNull()) && status().equals("done");
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

    private String status() {
        return data().path("status").asText("");
    }

    private JsonNode transcript() {
        return data().path("transcript");
    }

    private JsonNode data() {
        return json.has("data") ? json.path("data") : json;
    }
}
