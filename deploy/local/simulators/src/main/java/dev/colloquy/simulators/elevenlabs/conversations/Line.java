package dev.colloquy.simulators.elevenlabs.conversations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a transcript: what somebody said, or a tool the agent called (then there is no message).
 *
 * @param seconds when in the call it began
 * @param original what the agent meant to say before it was interrupted
 */
public record Line(
        String role,
        @Nullable String message,
        int seconds,
        @Nullable String original,
        @Nullable ToolCall tool) {

    private static final double SECONDS_PER_WORD = 0.4;

    /** A tool with what it was given and what it gave back. */
    public record ToolCall(String type, String id, String name, JsonObject parameters, String result, boolean failed) {}

    public static Line said(String role, String message, int seconds) {
        return new Line(role, message, seconds, null, null);
    }

    public static Line called(ToolCall tool, int seconds) {
        return new Line("agent", null, seconds, null, tool);
    }

    /** The same turn, broken off after these words. */
    Line interrupted(String heard) {
        return new Line(role, heard, seconds, message, tool);
    }

    public static double secondsToSay(@Nullable String message) {
        return message == null || message.isBlank() ? 0 : 1 + message.split("\\s+", -1).length * SECONDS_PER_WORD;
    }

    JsonObject view() {
        JsonObject view = new JsonObject()
                .put("role", role)
                .put("message", message)
                .put("time_in_call_secs", seconds)
                .put("tool_calls", tool == null ? null : JsonArray.of(call(tool)))
                .put("tool_results", tool == null ? null : JsonArray.of(result(tool)))
                .put("interrupted", original != null);
        return original == null ? view : view.put("original_message", original);
    }

    private static JsonObject call(ToolCall tool) {
        return new JsonObject()
                .put("type", tool.type())
                .put("request_id", tool.id())
                .put("tool_name", tool.name())
                .put("params_as_json", tool.parameters().encode())
                .put("tool_has_been_called", true);
    }

    private static JsonObject result(ToolCall tool) {
        return new JsonObject()
                .put("type", tool.type())
                .put("request_id", tool.id())
                .put("tool_name", tool.name())
                .put("result_value", tool.result())
                .put("is_error", tool.failed())
                .put("tool_has_been_called", true);
    }
}
