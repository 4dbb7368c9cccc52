package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.openai.access.OpenAiError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** OpenAI's rules for strict schemas: closed objects, every property required, an object at the root. */
final class StrictSchema {

    private final String param;
    private final String name;

    private StrictSchema(String param, String name) {
        this.param = param;
        this.name = name;
    }

    static void check(String param, String name, JsonObject schema) {
        StrictSchema strict = new StrictSchema(param, name);
        if (!"object".equals(schema.getValue("type"))) {
            throw strict.invalid("()", "schema must be a JSON Schema of 'type: \"object\"'.");
        }
        strict.check(schema, "");
    }

    private void check(JsonObject schema, String path) {
        if (schema.containsKey("properties")) {
            checkObject(schema, path);
        }
        schema.forEach(entry -> {
            switch (entry.getValue()) {
                case JsonObject nested
                when Set.of("properties", "$defs", "definitions").contains(entry.getKey()) ->
                    nested.forEach(named -> check((JsonObject) named.getValue(), path + ", '" + named.getKey() + "'"));
                case JsonObject nested when entry.getKey().equals("items") -> check(nested, path + ", 'items'");
                case JsonArray options
                when entry.getKey().equals("anyOf") ->
                    options.forEach(option -> check((JsonObject) option, path + ", 'anyOf'"));
                case null, default -> {}
            }
        });
    }

    private void checkObject(JsonObject schema, String path) {
        String context = "(" + (path.isEmpty() ? "" : path.substring(2)) + ")";
        if (!Boolean.FALSE.equals(schema.getValue("additionalProperties"))) {
            throw invalid(context, "'additionalProperties' is required to be supplied and to be false.");
        }
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        for (String property : schema.getJsonObject("properties").fieldNames()) {
            if (!required.contains(property)) {
                throw invalid(
                        context,
                        "'required' is required to be supplied and to be an array including every key in properties."
                                + " Missing '" + property + "'.");
            }
        }
    }

    private OpenAiError invalid(String context, String reason) {
        return OpenAiError.badRequest(
                param, null, "Invalid schema for " + param + " '" + name + "': In context=" + context + ", " + reason);
    }
}
