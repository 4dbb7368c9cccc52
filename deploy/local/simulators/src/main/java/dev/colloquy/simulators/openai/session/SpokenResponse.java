package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.session.Interviewer.Reply;
import dev.colloquy.simulators.speech.Sound;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The events of one response of the model, in OpenAI's order; they come faster than the words can be heard. A response
 * that is broken off still ends whatever it has begun, with as much as there was of it.
 */
final class SpokenResponse {

    /** How the words leave: as text, heard over a call, or as sound in events. */
    enum Form {
        TEXT,
        CALL,
        SOUND
    }

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
    private final Opening part = new Opening();
    private final StringBuilder said = new StringBuilder();
    private final JsonArray output = new JsonArray();
    private final List<Step> steps = new ArrayList<>();
    private int begunItems;
    private boolean broken;

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
        item(
                Items.message(itemId, "assistant", "in_progress", new JsonArray()),
                _ -> speak(reply.words(), sound),
                this::message);
        endingTool.ifPresent(this::call);
        add(() -> items.event("rate_limits.updated").put("rate_limits", new JsonArray()));
        add(() -> items.event("response.done").put("response", view("completed")));
        return steps;
    }

    /** What is left to tell when only the steps before these were taken. */
    List<JsonObject> brokenOff(Collection<Step> ahead, String reason) {
        broken = true;
        List<JsonObject> owed = new ArrayList<>();
        ahead.stream()
                .filter(Step::isOwed)
                .forEach(step -> owed.add(step.event().get()));
        JsonObject details = new JsonObject().put("type", "cancelled").put("reason", reason);
        owed.add(items.event("response.done").put("response", view("cancelled").put("status_details", details)));
        return owed;
    }

    /** An event of the audio buffer of a call. */
    JsonObject buffer(String what) {
        return about("output_audio_buffer." + what);
    }

    JsonObject truncated(int heardMilliseconds) {
        return items.truncation(itemId, 0, heardMilliseconds);
    }

    private void item(JsonObject begun, Consumer<Opening> content, Supplier<JsonObject> ended) {
        int index = begunItems;
        begunItems++;
        Opening inResponse = new Opening();
        Opening inConversation = new Opening();
        add(() -> inResponse
                .by(about("response.output_item.added"))
                .put("output_index", index)
                .put("item", begun));
        add(() -> inConversation.by(items.added(begun)));
        content.accept(inResponse);
        end(inResponse, () -> {
            output.add(ended.get());
            return about("response.output_item.done").put("output_index", index).put("item", ended.get());
        });
        end(inConversation, () -> items.done(ended.get()));
    }

    private void speak(String words, Sound sound) {
        String text = form == Form.TEXT ? "response.output_text." : "response.output_audio_transcript.";
        add(() -> part.by(content("response.content_part.added").put("part", part("", ""))));
        if (form == Form.CALL) {
            add(() -> buffer("started"));
        }
        for (String piece : pieces(words)) {
            delta(() -> content(text + "delta").put("delta", said(piece)));
        }
        if (form == Form.SOUND) {
            stream(sound);
        }
        if (form != Form.TEXT) {
            end(part, () -> content("response.output_audio.done"));
        }
        end(part, () -> content(text + "done").put(form == Form.TEXT ? "text" : "transcript", said.toString()));
        end(part, () -> content("response.content_part.done").put("part", part(said.toString(), "")));
    }

    private String said(String piece) {
        said.append(piece);
        return piece;
    }

    private void stream(Sound sound) {
        for (int from = 0; from < sound.duration().toMillis(); from += MILLISECONDS_PER_DELTA) {
            byte[] piece = sound.part(from, MILLISECONDS_PER_DELTA);
            delta(() -> content("response.output_audio.delta")
                    .put("delta", Base64.getEncoder().encodeToString(piece)));
        }
    }

    private void call(String tool) {
        JsonObject call = new JsonObject()
                .put("id", items.newId("item_"))
                .put("object", "realtime.item")
                .put("type", "function_call")
                .put("status", "in_progress")
                .put("name", tool)
                .put("call_id", items.newId("call_"))
                .put("arguments", "");
        String arguments = "{\"reason\":\"completed\"}";
        int index = begunItems;
        Supplier<JsonObject> about = () -> about("response.function_call_arguments.delta")
                .put("item_id", call.getString("id"))
                .put("output_index", index)
                .put("call_id", call.getString("call_id"))
                .put("name", tool);
        item(
                call,
                opening -> {
                    add(() -> about.get().put("delta", arguments));
                    end(
                            opening,
                            () -> about.get()
                                    .put("type", "response.function_call_arguments.done")
                                    .put("arguments", arguments));
                },
                () -> call.copy().put("status", status()).put("arguments", arguments));
    }

    private void add(Supplier<JsonObject> event) {
        steps.add(new Step(AT_ONCE, event, null));
    }

    private void delta(Supplier<JsonObject> event) {
        steps.add(new Step(BETWEEN_DELTAS, event, null));
    }

    private void end(Opening opening, Supplier<JsonObject> event) {
        steps.add(new Step(AT_ONCE, event, opening));
    }

    private JsonObject about(String type) {
        return items.event(type).put("response_id", responseId);
    }

    private JsonObject content(String type) {
        return about(type).put("item_id", itemId).put("output_index", 0).put("content_index", 0);
    }

    private JsonObject message() {
        JsonArray content = part.isTold() ? JsonArray.of(part(said.toString(), "output_")) : new JsonArray();
        return Items.message(itemId, "assistant", status(), content);
    }

    private String status() {
        return broken ? "incomplete" : "completed";
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
                .put("output", output.copy())
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
