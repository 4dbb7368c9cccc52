package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.model.Question.Message;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wanted form of an answer; {@code schema} is there for JSON_SCHEMA only. */
public record AnswerFormat(Kind kind, @Nullable JsonObject schema) {

    private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The three forms OpenAI knows. */
    public enum Kind {
        TEXT,
        JSON_OBJECT,
        JSON_SCHEMA;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Chat completions' {@code response_format}: the schema is wrapped in {@code json_schema}. */
    public static AnswerFormat wrapped(@Nullable JsonObject wanted, List<Message> messages) {
        return parse(
                wanted,
                wanted == null ? new JsonObject() : wanted.getJsonObject("json_schema", new JsonObject()),
                new Place("response_format", "response_format.json_schema", "messages"),
                messages);
    }

    /** Responses' {@code text.format}: flat, without the inner wrapper. */
    public static AnswerFormat flat(@Nullable JsonObject wanted, List<Message> messages) {
        return parse(
                wanted,
                wanted == null ? new JsonObject() : wanted,
                new Place("text.format", "text.format", "input"),
                messages);
    }

    /** How the request names the format, the named schema and the messages. */
    private record Place(String format, String schema, String messages) {}

    private static AnswerFormat parse(
            @Nullable JsonObject wanted, JsonObject named, Place place, List<Message> messages) {
        String type = wanted == null ? "text" : wanted.getString("type", "");
        return switch (type) {
            case "text" -> new AnswerFormat(Kind.TEXT, null);
            case "json_object" -> {
                requireTheWordJson(place, messages);
                yield new AnswerFormat(Kind.JSON_OBJECT, null);
            }
            case "json_schema" -> new AnswerFormat(Kind.JSON_SCHEMA, schema(named, place));
            default ->
                throw OpenAiError.badRequest(
                        place.format() + ".type",
                        "invalid_value",
                        "Invalid value: '" + type
                                + "'. Supported values are: 'json_object', 'json_schema', and 'text'.");
        };
    }

    private static void requireTheWordJson(Place place, List<Message> messages) {
        if (messages.stream()
                .noneMatch(message -> message.text().toLowerCase(Locale.ROOT).contains("json"))) {
            throw OpenAiError.badRequest(
                    place.messages(),
                    null,
                    "'" + place.messages() + "' must contain the word 'json' in some form, to use '" + place.format()
                            + "' of type 'json_object'.");
        }
    }

    private static JsonObject schema(JsonObject named, Place place) {
        String name = named.getString("name", "");
        if (!SCHEMA_NAME.matcher(name).matches()) {
            throw OpenAiError.badRequest(
                    place.schema() + ".name",
                    "invalid_value",
                    "Invalid '" + place.schema() + ".name': expected a string that matches ^[a-zA-Z0-9_-]+$.");
        }
        JsonObject schema = named.getJsonObject("schema", new JsonObject());
        if (named.getBoolean("strict", false)) {
            StrictSchema.check(place.format(), name, schema);
        }
        return schema;
    }
}
