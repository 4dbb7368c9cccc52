package dev.colloquy.session.linking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.session.transcript.Speaker;
import dev.colloquy.session.transcript.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as ElevenLabs tells it. The provider adds fields at any time and leaves others out: what is not needed is
 * not read, and what is missing is unknown.
 *
 * @param clientSessionId our id of the session, from the dynamic variables the conversation was started with
 */
record Conversation(
        String conversationId,
        @Nullable String clientSessionId,
        @Nullable String userId,
        @Nullable String agentId,
        Instant endedAt,
        List<Utterance> utterances) {

    /** One that the provider never told about. */
    static Conversation unheard(ConversationCompleted event) {
        return new Conversation(
                event.conversationId(), event.clientSessionId(), null, event.agentId(), event.occurredAt(), List.of());
    }

    /** Reads the body of a post-call webhook, or the conversation alone as the provider's API answers it. */
    static Conversation of(String conversationId, JsonNode body) {
        var conversation = body.has("data") ? body.path("data") : body;
        var metadata = conversation.path("metadata");
        var startedAt = Instant.ofEpochSecond(metadata.path("start_time_unix_secs")
                .asLong(body.path("event_timestamp").asLong()));
        var variables = conversation.path("conversation_initiation_client_data").path("dynamic_variables");
        var turns = conversation.path("transcript");
        return new Conversation(
                conversationId,
                text(variables.path("client_session_id")),
                text(conversation.path("user_id")),
                text(conversation.path("agent_id")),
                startedAt.plusSeconds(metadata.path("call_duration_secs").asLong()),
                IntStream.range(0, turns.size())
                        .mapToObj(index -> utterance(conversationId + "#" + index, startedAt, turns.path(index)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Utterance> utterance(String id, Instant startedAt, JsonNode turn) {
        var startMs = Math.round(turn.path("time_in_call_secs").asDouble() * 1000);
        var speaker = "user".equals(turn.path("role").asText()) ? Speaker.CANDIDATE : Speaker.AI;
        var interrupted = turn.path("interrupted").asBoolean();
        return Optional.ofNullable(text(turn.path("message")))
                .map(text ->
                        new Utterance(speaker, text, startedAt.plusMillis(startMs), startMs, null, interrupted, id));
    }

    /** Without the NUL characters that PostgreSQL cannot store; nothing when it is blank. */
    private static @Nullable String text(JsonNode node) {
        var text = node.isTextual() ? node.asText().replace("\0", "") : "";
        return text.isBlank() ? null : text;
    }
}
