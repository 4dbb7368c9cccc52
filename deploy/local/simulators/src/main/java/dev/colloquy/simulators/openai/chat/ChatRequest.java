package dev.colloquy.simulators.openai.chat;

import dev.colloquy.simulators.openai.access.OpenAiError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chat completion request that OpenAI would accept. */
record ChatRequest(
        String model,
        List<Message> messages,
        Format format,
        @Nullable JsonObject schema) {

    private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** What the answer must look like. */
    enum Format {
        TEXT,
        JSON_OBJECT,
        JSON_SCHEMA
    }

    /** One message; content parts are joined. */
    record Message(String role, String text) {}

    static ChatRequest parse(JsonObject body) {
        List<Message> messages = messages(body);
        JsonObject wanted = body.getJsonObject("response_format", new JsonObject().put("type", "text"));
        Format format = format(wanted);
        if (body.getBoolean("stream", false)) {
            throw OpenAiError.badRequest("stream", "unsupported_value", "The simulator does not stream.");
        }
        if (format == Format.JSON_OBJECT && messages.stream().noneMatch(ChatRequest::mentionsJson)) {
            throw OpenAiError.badRequest(
                    "messages",
                    null,
                    "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.");
        }
        @Nullable JsonObject schema = format == Format.JSON_SCHEMA ? schema(wanted) : null;
        return new ChatRequest(required(body, "model"), messages, format, schema);
    }

    String text() {
        return messages.stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    private static boolean mentionsJson(Message message) {
        return message.text().toLowerCase(Locale.ROOT).contains("json");
    }

    private static Format format(JsonObject wanted) {
        String type = wanted.getString("type", "");
        return switch (type) {
            case "text" -> Format.TEXT;
            case "json_object" -> Format.JSON_OBJECT;
            case "json_schema" -> Format.JSON_SCHEMA;
            default ->
                throw OpenAiError.badRequest(
                        "response_format.type",
                        "invalid_value",
                        "Invalid value: '" + type
                                + "'. Supported values are: 'json_object', 'json_schema', and 'text'.");
        };
    }

    private static JsonObject schema(JsonObject wanted) {
        JsonObject named = wanted.getJsonObject("json_schema", new JsonObject());
        String name = named.getString("name", "");
        if (!SCHEMA_NAME.matcher(name).matches()) {
            throw OpenAiError.badRequest(
                    "response_format.json_schema.name",
                    "invalid_value",
                    "Invalid 'response_format.json_schema.name': expected a string that matches ^[a-zA-Z0-9_-]+$.");
        }
        JsonObject schema = named.getJsonObject("schema", new JsonObject());
        if (named.getBoolean("strict", false)) {
            StrictSchema.check(name, schema);
        }
        return schema;
    }

    private static List<Message> messages(JsonObject body) {
        JsonArray messages = body.getJsonArray("messages", new JsonArray());
        if (messages.isEmpty()) {
            throw OpenAiError.badRequest(
                    "messages", "missing_required_parameter", "Missing required parameter: 'messages'.");
        }
        return messages.stream()
                .map(JsonObject.class::cast)
                .map(message -> new Message(required(message, "role"), text(message.getValue("content"))))
                .toList();
    }

    private static String text(@Nullable Object content) {
        return switch (content) {
            case String text -> text;
            case JsonArray parts ->
                parts.stream()
                        .map(JsonObject.class::cast)
                        .map(part -> part.getString("text", ""))
                        .collect(Collectors.joining("\n"));
            case null, default -> "";
        };
    }

    private static String required(JsonObject body, String field) {
        if (body.getValue(field) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw OpenAiError.badRequest(
                field, "missing_required_parameter", "Missing required parameter: '" + field + "'.");
    }
}
