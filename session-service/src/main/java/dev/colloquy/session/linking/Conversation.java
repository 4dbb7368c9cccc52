package dev.colloquy.session.linking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.session.parking.WaitingConversation;
import dev.colloquy.session.transcript.Speaker;
import dev.colloquy.session.transcript.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** One that the provider never told about. */
    static Conversation unheard(ConversationCompleted event) {
        return new Conversation(
                event.conversationId(), event.clientSessionId(), null, event.agentId(), event.occurredAt(), List.of());
    }

    /**
     * Reads the body of a post-call webhook, or the conversation alone as the provider's API answers it.
     *
     * @param toldAt when it was told; the end of a conversation that does not say when it was
     */
    static Conversation of(String conversationId, JsonNode body, Instant toldAt) {
        var conversation = body.has("data") ? body.path("data") : body;
        var metadata = conversation.path("metadata");
        var duration = Duration.ofSeconds(
                Math.clamp(metadata.path("call_duration_secs").asLong(), 0, LONGEST.toSeconds()));
        var endedAt = time(metadata.path("start_time_unix_secs"))
                .map(startedAt -> startedAt.plus(duration))
                .or(() -> time(body.path("event_timestamp")))
                .orElse(toldAt);
        var variables = conversation.path("conversation_initiation_client_data").path("dynamic_variables");
        return new Conversation(
                conversationId,
                text(variables.path("client_session_id")),
                text(conversation.path("user_id")),
                text(conversation.path("agent_id")),
                endedAt,
                utterances(conversationId, endedAt.minus(duration), conversation.path("transcript")));
    }

    WaitingConversation waiting(UUID deliveryId) {
        return new WaitingConversation(conversationId, deliveryId, clientSessionId, userId, agentId);
    }

    private static List<Utterance> utterances(String conversationId, Instant startedAt, JsonNode turns) {
        return IntStream.range(0, turns.size())
                .mapToObj(index -> utterance(conversationId + "#" + index, startedAt, turns.path(index)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Utterance> utterance(String id, Instant startedAt, JsonNode turn) {
        var startMs = Math.clamp(Math.round(turn.path("time_in_call_secs").asDouble() * 1000), 0, LONGEST.toMillis());
        var speaker = "user".equals(turn.path("role").asText()) ? Speaker.CANDIDATE : Speaker.AI;
        var interrupted = turn.path("interrupted").asBoolean();
        return Optional.ofNullable(text(turn.path("message")))
                .map(text ->
                        new Utterance(speaker, text, startedAt.plusMillis(startMs), startMs, null, interrupted, id));
    }

    /** Seconds since 1970, unless they are missing or no time at which there can have been a conversation. */
    private static Optional<Instant> time(JsonNode seconds) {
        return Optional.of(seconds.asLong())
                .filter(value -> value >= EARLIEST.getEpochSecond() && value <= LATEST.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    /** Without the NUL characters that PostgreSQL cannot store; nothing when it is blank. */
    private static @Nullable String text(JsonNode node) {
        var text = node.isTextual() ? node.asText().replace("\0", "") : "";
        return text.isBlank() ? null : text;
    }
}
