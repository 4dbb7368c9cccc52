package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chain of conversation items, and the shapes of items and of events about them. */
final class Items {

    private final Ids ids;
    private final Map<String, JsonObject> byId = new LinkedHashMap<>();
    private final Map<String, @Nullable String> previous = new LinkedHashMap<>();
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
        byId.put(id, item);
        previous.put(id, last);
        last = id;
        return about("conversation.item.added", item);
    }

    JsonObject done(JsonObject item) {
        byId.put(item.getString("id"), item);
        return about("conversation.item.done", item);
    }

    JsonObject get(@Nullable String id) {
        @Nullable JsonObject item = id == null ? null : byId.get(id);
        if (item == null) {
            throw OpenAiError.badRequest(
                    "item_id", "item_not_found", "Conversation item with id '" + id + "' does not exist.");
        }
        return item;
    }

    JsonObject deleted(@Nullable String id) {
        byId.remove(get(id).getString("id"));
        return event("conversation.item.deleted").put("item_id", id);
    }

    JsonObject committed(String itemId) {
        return event("input_audio_buffer.committed")
                .put("previous_item_id", last)
                .put("item_id", itemId);
    }

    static JsonObject message(String id, String role, String status, JsonArray content) {
        return new JsonObject()
                .put("id", id)
                .put("object", "realtime.item")
                .put("type", "message")
                .put("status", status)
                .put("role", role)
                .put("content", content);
    }

    private JsonObject about(String type, JsonObject item) {
        return event(type)
                .put("previous_item_id", previous.get(item.getString("id")))
                .put("item", item.copy());
    }
}
