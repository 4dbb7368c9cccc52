package dev.colloquy.simulators.openai.realtime;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The events of one response of the model, in the order a WebRTC session sends them. */
final class SpokenResponse {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration BETWEEN_DELTAS = Duration.ofMillis(30);
    private static final int WORDS_PER_DELTA = 6;

    private final Items items;
    private final String responseId;
    private final String itemId;
    private final List<Step> steps = new ArrayList<>();

    private SpokenResponse(Items items) {
        this.items = items;
        this.responseId = items.newId("resp_");
        this.itemId = items.newId("item_");
    }

    static List<Step> saying(String transcript, Items items) {
        SpokenResponse response = new SpokenResponse(items);
        response.begin(items.spoken(response.itemId, "in_progress", ""));
        response.speak(transcript);
        response.finish(items.spoken(response.itemId, "completed", transcript));
        response.add(() -> response.about("output_audio_buffer.stopped"));
        return response.steps;
    }

    static List<Step> calling(String tool, Items items) {
        SpokenResponse response = new SpokenResponse(items);
        JsonObject call = new JsonObject()
                .put("id", response.itemId)
                .put("object", "realtime.item")
                .put("type", "function_call")
                .put("status", "completed")
                .put("name", tool)
                .put("call_id", items.newId("call_"))
                .put("arguments", "{}");
        response.begin(call.copy().put("status", "in_progress").put("arguments", ""));
        response.add(() -> response.part("response.function_call_arguments.done")
                .put("call_id", call.getString("call_id"))
                .put("name", tool)
                .put("arguments", "{}"));
        response.finish(call);
        return response.steps;
    }

    private void begin(JsonObject item) {
        add(() -> items.event("response.created").put("response", view("in_progress", new JsonArray())));
        add(() -> about("response.output_item.added").put("output_index", 0).put("item", item));
        add(() -> items.added(item));
    }

    private void speak(String transcript) {
        add(() -> part("response.content_part.added").put("content_index", 0).put("part", audioPart("")));
        add(() -> about("output_audio_buffer.started"));
        for (String piece : pieces(transcript)) {
            steps.add(new Step(
                    BETWEEN_DELTAS,
                    () -> part("response.output_audio_transcript.delta")
                            .put("content_index", 0)
                            .put("delta", piece)));
        }
        add(() -> part("response.output_audio.done").put("content_index", 0));
        add(() -> part("response.output_audio_transcript.done")
                .put("content_index", 0)
                .put("transcript", transcript));
        add(() -> part("response.content_part.done").put("content_index", 0).put("part", audioPart(transcript)));
    }

    private void finish(JsonObject item) {
        add(() -> about("response.output_item.done").put("output_index", 0).put("item", item));
        add(() -> items.done(item));
        add(() -> items.event("response.done").put("response", view("completed", JsonArray.of(item))));
    }

    private void add(Supplier<JsonObject> event) {
        steps.add(new Step(AT_ONCE, event));
    }

    private JsonObject about(String type) {
        return items.event(type).put("response_id", responseId);
    }

    private JsonObject part(String type) {
        return about(type).put("item_id", itemId).put("output_index", 0);
    }

    private JsonObject view(String status, JsonArray output) {
        return new JsonObject()
                .put("object", "realtime.response")
                .put("id", responseId)
                .put("status", status)
                .putNull("status_details")
                .put("output", output)
                .put("output_modalities", JsonArray.of("audio"))
                .putNull("usage");
    }

    private static JsonObject audioPart(String transcript) {
        return new JsonObject().put("type", "audio").put("transcript", transcript);
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
