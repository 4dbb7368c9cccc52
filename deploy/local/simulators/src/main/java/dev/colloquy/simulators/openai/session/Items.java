package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chain of conversation items, and the shapes of items and of events about them. */
final class Items {

    /** Where a client may put an item to have it before all others. */
    private static final String ROOT = "root";

    private final Ids ids;
    private final Map<String, JsonObject> byId = new HashMap<>();
    private final List<String> order = new ArrayList<>();

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
        return added(item, null);
    }

    /** Puts the item after another one, or first; without either it comes last. */
    JsonObject added(JsonObject item, @Nullable String previous) {
        int place = place(previous);
        String id = item.getString("id");
        byId.put(id, item);
        order.add(place, id);
        return about("conversation.item.added", item);
    }

    JsonObject done(JsonObject item) {
        byId.put(item.getString("id"), item);
        return about("conversation.item.done", item);
    }

    JsonObject retrieved(@Nullable String id) {
        return event("conversation.item.retrieved")
                .put("item", get(id, "retrieve").copy());
    }

    JsonObject truncated(@Nullable String id, int contentIndex, int audioEndMilliseconds) {
        return truncation(get(id, "truncate").getString("id"), contentIndex, audioEndMilliseconds);
    }

    /** Of an item that may be gone. */
    JsonObject truncation(String id, int contentIndex, int audioEndMilliseconds) {
        return event("conversation.item.truncated")
                .put("item_id", id)
                .put("content_index", contentIndex)
                .put("audio_end_ms", audioEndMilliseconds);
    }

    JsonObject deleted(@Nullable String id) {
        String gone = get(id, "delete").getString("id");
        byId.remove(gone);
        order.remove(gone);
        return event("conversation.item.deleted").put("item_id", gone);
    }

    JsonObject committed(String itemId) {
        return event("input_audio_buffer.committed")
                .put("previous_item_id", order.isEmpty() ? null : order.getLast())
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

    private JsonObject get(@Nullable String id, String verb) {
        @Nullable JsonObject item = id == null ? null : byId.get(id);
        if (item == null) {
            String doing = verb.replaceFirst("e$", "") + "ing";
            throw OpenAiError.badRequest(
                    null,
                    "item_" + verb + "_invalid_item_id",
                    "Error " + doing + " item: the item with id '" + id + "' does not exist.");
        }
        return item;
    }

    /** OpenAI documents that an unknown one is refused, but not with which code. */
    private int place(@Nullable String previous) {
        if (previous == null || previous.isEmpty()) {
            return order.size();
        }
        if (!previous.equals(ROOT) && !order.contains(previous)) {
            throw OpenAiError.badRequest(
                    "previous_item_id",
                    "invalid_value",
                    "Error creating item: the previous item with id '" + previous + "' does not exist.");
        }
        return previous.equals(ROOT) ? 0 : order.indexOf(previous) + 1;
    }

    private JsonObject about(String type, JsonObject item) {
        int place = order.indexOf(item.getString("id"));
        return event(type)
                .put("previous_item_id", place > 0 ? order.get(place - 1) : null)
                .put("item", item.copy());
    }
}
