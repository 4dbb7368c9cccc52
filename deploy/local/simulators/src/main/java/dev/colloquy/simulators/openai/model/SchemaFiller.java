package dev.colloquy.simulators.openai.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills any JSON schema deterministically: the content decides where it knows better, the schema where it does not. */
final class SchemaFiller {

    private static final int DEEPEST = 32;

    private final JsonObject root;

    SchemaFiller(JsonObject root) {
        this.root = root;
    }

    /** What is to be said at a place of the schema. */
    interface Content {

        /** The value for a property; empty leaves it to the schema. The schema has no references left. */
        Optional<Object> valueFor(String property, JsonObject schema, SchemaFiller filler);

        String sentence(String property);
    }

    JsonObject fill(Content content) {
        return fill("", root, content, 0) instanceof JsonObject object ? object : new JsonObject();
    }

    /** An object of this schema with other content than its surroundings. */
    @Nullable
    Object fill(JsonObject schema, Content content) {
        return fill("", schema, content, 1);
    }

    private @Nullable Object fill(String property, JsonObject reference, Content content, int depth) {
        JsonObject schema = resolve(reference);
        if (depth > DEEPEST) {
            return null;
        }
        Optional<Object> known = content.valueFor(property, schema, this);
        if (known.isPresent()) {
            return known.get();
        }
        if (schema.containsKey("const")) {
            return schema.getValue("const");
        }
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").getValue(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, content, depth);
            case "array" -> array(property, schema, content, depth);
            case "integer" -> (int) Math.ceil(lowest(schema));
            case "number" -> lowest(schema);
            case "boolean" -> false;
            case "null" -> null;
            default -> string(property, schema, content);
        };
    }

    /** Follows references and takes the first alternative that is not null. */
    JsonObject resolve(JsonObject schema) {
        if (schema.getValue("$ref") instanceof String reference) {
            JsonObject target = root;
            for (String step : reference.replaceFirst("^#/?", "").split("/", -1)) {
                target = step.isEmpty() ? target : target.getJsonObject(step, new JsonObject());
            }
            return resolve(target);
        }
        for (String alternatives : List.of("anyOf", "oneOf")) {
            if (schema.getValue(alternatives) instanceof JsonArray options) {
                return options.stream()
                        .map(JsonObject.class::cast)
                        .map(this::resolve)
                        .filter(option -> !type(option).equals("null"))
                        .findFirst()
                        .orElse(new JsonObject().put("type", "null"));
            }
        }
        return schema;
    }

    static String type(JsonObject schema) {
        return switch (schema.getValue("type")) {
            case String type -> type;
            case JsonArray types ->
                types.stream()
                        .map(String::valueOf)
                        .filter(type -> !type.equals("null"))
                        .findFirst()
                        .orElse("null");
            case null, default -> schema.containsKey("properties") ? "object" : "string";
        };
    }

    /** The number as the schema's type has it, kept within its bounds. */
    static Number within(JsonObject schema, double wanted) {
        double value = Math.max(lowest(schema), Math.min(wanted, highest(schema)));
        if (type(schema).equals("integer")) {
            return (int) Math.round(value);
        }
        return Math.round(value * 10) / 10.0;
    }

    static double lowest(JsonObject schema) {
        return schema.getDouble("minimum", schema.getDouble("exclusiveMinimum", -1.0) + 1);
    }

    static double highest(JsonObject schema) {
        return schema.getDouble("maximum", schema.getDouble("exclusiveMaximum", 6.0) - 1);
    }

    private JsonObject object(JsonObject schema, Content content, int depth) {
        JsonObject filled = new JsonObject();
        schema.getJsonObject("properties", new JsonObject())
                .forEach(entry -> filled.put(
                        entry.getKey(), fill(entry.getKey(), (JsonObject) entry.getValue(), content, depth + 1)));
        return filled;
    }

    private JsonArray array(String property, JsonObject schema, Content content, int depth) {
        int count = Math.max(schema.getInteger("minItems", 0), Math.min(1, schema.getInteger("maxItems", 1)));
        JsonArray filled = new JsonArray();
        for (int i = 0; i < count; i++) {
            filled.add(fill(property, schema.getJsonObject("items", new JsonObject()), content, depth + 1));
        }
        return filled;
    }

    private static String string(String property, JsonObject schema, Content content) {
        return switch (schema.getString("format", "")) {
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "date" -> "2026-01-01";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> fitted(content.sentence(property), schema);
        };
    }

    private static String fitted(String sentence, JsonObject schema) {
        int longest = schema.getInteger("maxLength", Integer.MAX_VALUE);
        String padded = sentence.length() >= schema.getInteger("minLength", 0)
                ? sentence
                : sentence + " ".repeat(schema.getInteger("minLength", 0) - sentence.length());
        return padded.length() > longest ? padded.substring(0, longest) : padded;
    }
}
