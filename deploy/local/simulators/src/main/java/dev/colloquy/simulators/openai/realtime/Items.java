package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chain of conversation items, and the shapes of items and of events about them. */
final class Items {

    private final Ids ids;
    private final Map<String, @Nullable String> previous = new HashMap<>();
    private @Nullable String last;

    Items(Ids ids) {
        this.ids = ids;
    }

    String newId(String prefix) {
        return ids.next(prefix, 21);
    }

    JsonObject event(String type) {
        return new JsonObject().put("type", type).put("event_id", newId("event_"));
    }

    /** Appends the item to the chain. */
    JsonObject added(JsonObject item) {
        String id = item.getString("id");
        previous.put(id, last);
        last = id;
        return about("conversation.item.added", item);
    }

    JsonObject done(JsonObject item) {
        return about("conversation.item.done", item);
    }

    JsonObject committed(String itemId) {
        return event("input_audio_buffer.committed")
                .put("previous_item_id", last)
                .put("item_id", itemId);
    }

    JsonObject spoken(String id, String status, String transcript) {
        JsonArray content = status.equals("completed") ? JsonArray.of(audio(transcript)) : new JsonArray();
        return message(id, "assistant", status, content);
    }

    JsonObject heard(String id) {
        JsonObject audio = new JsonObject().put("type", "input_audio").putNull("transcript");
        return message(id, "user", "completed", JsonArray.of(audio));
    }

    static JsonObject audio(String transcript) {
        return new JsonObject().put("type", "output_audio").put("transcript", transcript);
    }

    private JsonObject about(String type, JsonObject item) {
        return event(type)
                .put("previous_item_id", previous.get(item.getString("id")))
                .put("item", item);
    }

    private static JsonObject message(String id, String role, String status, JsonArray content) {
        return new JsonObject()
                .put("id", id)
                .put("object", "realtime.item")
                .put("type", "message")
                .put("status", status)
                .put("role", role)
                .put("content", content);
    }
}
