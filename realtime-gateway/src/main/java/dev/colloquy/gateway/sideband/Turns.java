package dev.colloquy.gateway.sideband;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.gateway.transcript.Entry;
import dev.colloquy.gateway.transcript.Speaker;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes turns of a session's events. The words of the candidate often come after the answer to them, and an interviewer who
 * is cut off has said less than was written: the chain of items gives the order, a correction the words. Events are
 * understood under the names of the current and of the beta interface.
 */
final class Turns {

    /** Said, but not to be made out. */
    static final String INAUDIBLE = "[inaudible]";

    private final Map<String, Turn> turns = new HashMap<>();
    private final Map<String, String> previous = new HashMap<>();

    /** What an event has to tell. */
    Optional<Entry> hear(JsonNode event, Instant now) {
        return switch (event.path("type").asText()) {
            case "conversation.item.added", "conversation.item.created", "conversation.item.done" -> item(event, now);
            case "input_audio_buffer.speech_started" ->
                candidate(
                        event,
                        now,
                        turn -> turn.startedAt(event.path("audio_start_ms").asLong()));
            case "input_audio_buffer.committed" -> candidate(event, now, _ -> {});
            case "conversation.item.input_audio_transcription.completed" ->
                candidate(event, now, turn -> turn.said(event.path("transcript").asText()));
            case "conversation.item.input_audio_transcription.failed" ->
                candidate(event, now, turn -> turn.said(INAUDIBLE));
            case "response.output_audio_transcript.delta",
                    "response.audio_transcript.delta",
                    "response.output_text.delta",
                    "response.text.delta" -> interviewer(event, now, _ -> {});
            case "response.output_audio_transcript.done", "response.audio_transcript.done" ->
                interviewer(
                        event, now, turn -> turn.said(event.path("transcript").asText()));
            case "response.output_text.done", "response.text.done" ->
                interviewer(event, now, turn -> turn.said(event.path("text").asText()));
            case "conversation.item.truncated" ->
                interviewer(
                        event,
                        now,
                        turn -> turn.cutOffAfter(event.path("audio_end_ms").asLong()));
            default -> Optional.empty();
        };
    }

    private Optional<Entry> candidate(JsonNode event, Instant now, Consumer<Turn> change) {
        return change(event.path("item_id").asText(), previous(event), Speaker.CANDIDATE, now, change);
    }

    private Optional<Entry> interviewer(JsonNode event, Instant now, Consumer<Turn> change) {
        return change(event.path("item_id").asText(), previous(event), Speaker.AI, now, change);
    }

    /** Items that nobody speaks, such as calls of tools, are links of the chain as well. */
    private Optional<Entry> item(JsonNode event, Instant now) {
        var item = event.path("item");
        var id = item.path("id").asText();
        var before = previous(event);
        if (before != null) {
            previous.put(id, before);
        }
        return switch (item.path("role").asText()) {
            case "user" ->
                change(id, before, Speaker.CANDIDATE, now, turn -> typed(item).ifPresent(turn::said));
            case "assistant" -> change(id, before, Speaker.AI, now, _ -> {});
            default -> Optional.empty();
        };
    }

    private Optional<Entry> change(
            String id, @Nullable String before, Speaker speaker, Instant now, Consumer<Turn> change) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (before != null) {
            previous.put(id, before);
        }
        var turn = turns.computeIfAbsent(id, _ -> new Turn(id, speaker, now));
        change.accept(turn);
        return turn.news(spokenBefore(id));
    }

    /** What a candidate types instead of speaking. */
    private static Optional<String> typed(JsonNode item) {
        for (var part : item.path("content")) {
            if (part.path("type").asText().equals("input_text")) {
                return Optional.of(part.path("text").asText());
            }
        }
        return Optional.empty();
    }

    private @Nullable String spokenBefore(String id) {
        var before = previous.get(id);
        var passed = new HashSet<String>();
        while (before != null && !turns.containsKey(before) && passed.add(before)) {
            before = previous.get(before);
        }
        return before;
    }

    private static @Nullable String previous(JsonNode event) {
        var id = event.path("previous_item_id").asText("");
        return id.isEmpty() || id.equals("null") ? null : id;
    }
}
