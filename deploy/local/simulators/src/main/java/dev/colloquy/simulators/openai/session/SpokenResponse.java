package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.session.Interviewer.Reply;
import dev.colloquy.simulators.speech.Sound;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The events of one response of the model, in OpenAI's order; they come faster than the words can be heard. */
final class SpokenResponse {

    /** How the words leave: as text, heard over a call, or as sound in events. */
    enum Form {
        TEXT,
        CALL,
        SOUND
    }

    /** One event, made at the moment it is sent: a pause after the event before it. */
    record Step(Duration pause, Supplier<JsonObject> event) {}

    /** What a {@code response.create} asks for; {@code endingTool} is called after the words. */
    record Wish(boolean aloud, JsonObject metadata, Optional<String> endingTool) {}

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration BETWEEN_DELTAS = Duration.ofMillis(30);
    private static final int WORDS_PER_DELTA = 6;
    private static final int MILLISECONDS_PER_DELTA = 200;

    private final Items items;
    private final Form form;
    private final JsonObject metadata;
    private final String responseId;
    private final String itemId;
    private final JsonArray output = new JsonArray();
    private final List<Step> steps = new ArrayList<>();

    SpokenResponse(Items items, Form form, JsonObject metadata) {
        this.metadata = metadata;
        this.items = items;
        this.form = form;
        this.responseId = items.newId("resp_");
        this.itemId = items.newId("item_");
    }

    JsonObject created() {
        return items.event("response.created").put("response", view("in_progress"));
    }

    /** All that follows. */
    List<Step> steps(Reply reply, Sound sound, Optional<String> endingTool) {
        begin(message("in_progress", new JsonArray()));
        speak(reply.words(), sound);
        finish(message("completed", JsonArray.of(part(reply.words(), "output_"))));
        endingTool.ifPresent(this::call);
        add(() -> items.event("rate_limits.updated").put("rate_limits", new JsonArray()));
        add(() -> items.event("response.done").put("response", view("completed")));
        return steps;
    }

    JsonObject cancelled(String reason) {
        JsonObject details = new JsonObject().put("type", "cancelled").put("reason", reason);
        return items.event("response.done").put("response", view("cancelled").put("status_details", details));
    }

    /** An event of the audio buffer of a call. */
    JsonObject buffer(String what) {
        return about("output_audio_buffer." + what);
    }

    JsonObject truncated(int heardMilliseconds) {
        return items.event("conversation.item.truncated")
                .put("item_id", itemId)
                .put("content_index", 0)
                .put("audio_end_ms", heardMilliseconds);
    }

    private void begin(JsonObject item) {
        int index = output.size();
        add(() -> about("response.output_item.added").put("output_index", index).put("item", item));
        add(() -> items.added(item));
    }

    private void finish(JsonObject item) {
        int index = output.size();
        output.add(item);
        add(() -> about("response.output_item.done").put("output_index", index).put("item", item));
        add(() -> items.done(item));
    }

    private void speak(String words, Sound sound) {
        String text = form == Form.TEXT ? "response.output_text." : "response.output_audio_transcript.";
        add(() -> content("response.content_part.added").put("part", part("", "")));
        if (form == Form.CALL) {
            add(() -> buffer("started"));
        }
        for (String piece : pieces(words)) {
            steps.add(new Step(BETWEEN_DELTAS, () -> content(text + "delta").put("delta", piece)));
        }
        if (form == Form.SOUND) {
            stream(sound);
        }
        if (form != Form.TEXT) {
            add(() -> content("response.output_audio.done"));
        }
        add(() -> content(text + "done").put(form == Form.TEXT ? "text" : "transcript", words));
        add(() -> content("response.content_part.done").put("part", part(words, "")));
    }

    private void stream(Sound sound) {
        for (int from = 0; from < sound.duration().toMillis(); from += MILLISECONDS_PER_DELTA) {
            byte[] piece = sound.part(from, MILLISECONDS_PER_DELTA);
            steps.add(new Step(
                    BETWEEN_DELTAS,
                    () -> content("response.output_audio.delta")
                            .put("delta", Base64.getEncoder().encodeToString(piece))));
        }
    }

    private void call(String tool) {
        JsonObject call = new JsonObject()
                .put("id", items.newId("item_"))
                .put("object", "realtime.item")
                .put("type", "function_call")
                .put("status", "completed")
                .put("name", tool)
                .put("call_id", items.newId("call_"))
                .put("arguments", "{\"reason\":\"completed\"}");
        int index = output.size();
        begin(call.copy().put("status", "in_progress").put("arguments", ""));
        for (String event : List.of("delta", "done")) {
            add(() -> about("response.function_call_arguments." + event)
                    .put("item_id", call.getString("id"))
                    .put("output_index", index)
                    .put("call_id", call.getString("call_id"))
                    .put("name", tool)
                    .put(event.equals("done") ? "arguments" : "delta", call.getString("arguments")));
        }
        finish(call);
    }

    private void add(Supplier<JsonObject> event) {
        steps.add(new Step(AT_ONCE, event));
    }

    private JsonObject about(String type) {
        return items.event(type).put("response_id", responseId);
    }

    private JsonObject content(String type) {
        return about(type).put("item_id", itemId).put("output_index", 0).put("content_index", 0);
    }

    private JsonObject message(String status, JsonArray content) {
        return Items.message(itemId, "assistant", status, content);
    }

    /** A part of a message has longer type names than the same part in an event of its own. */
    private JsonObject part(String words, String prefix) {
        return form == Form.TEXT
                ? new JsonObject().put("type", prefix + "text").put("text", words)
                : new JsonObject().put("type", prefix + "audio").put("transcript", words);
    }

    private JsonObject view(String status) {
        return new JsonObject()
                .put("object", "realtime.response")
                .put("id", responseId)
                .put("status", status)
                .putNull("status_details")
                .put("output", status.equals("completed") ? output.copy() : new JsonArray())
                .put("output_modalities", JsonArray.of(form == Form.TEXT ? "text" : "audio"))
                .put("metadata", metadata.isEmpty() ? null : metadata)
                .putNull("usage");
    }

    /** Groups of words that add up to the transcript again. */
    private static List<String> pieces(String transcript) {
        List<String> pieces = new ArrayList<>();
        String[] words = transcript.split("(?<= )", -1);
        for (int from = 0; from < words.length; from += WORDS_PER_DELTA) {
            int to = Math.min(words.length, from + WORDS_PER_DELTA);
            pieces.add(String.join("", List.of(words).subList(from, to)));
        }
        return pieces;
    }
}
