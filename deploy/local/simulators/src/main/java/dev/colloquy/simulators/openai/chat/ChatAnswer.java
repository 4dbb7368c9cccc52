package dev.colloquy.simulators.openai.chat;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What the simulated model says: the same messages and the same schema always give the same answer. */
final class ChatAnswer {

    private ChatAnswer() {}

    static String to(ChatRequest request) {
        Interview interview = Interview.read(request.text());
        boolean evaluates =
                !interview.answers().isEmpty() && !interview.competencies().isEmpty();
        SchemaFiller.Content content = evaluates ? new EvaluationContent(interview) : new PlainContent(request);
        Optional<JsonObject> schema = Optional.ofNullable(request.schema()).or(() -> schemaInside(request.text()));
        return switch (request.format()) {
            case JSON_SCHEMA -> filled(schema, content);
            case JSON_OBJECT -> filled(schema, content);
            case TEXT -> schema.isPresent() ? filled(schema, content) : content.sentence("answer");
        };
    }

    private static String filled(Optional<JsonObject> schema, SchemaFiller.Content content) {
        return schema.map(given -> new SchemaFiller(given).fill(content))
                .orElseGet(() -> new JsonObject().put("answer", content.sentence("answer")))
                .encode();
    }

    /** A prompt for models without structured output carries the schema as text: the first JSON object with properties. */
    private static Optional<JsonObject> schemaInside(String text) {
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            Optional<JsonObject> found = objectAt(text, open).filter(object -> object.containsKey("properties"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonObject> objectAt(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return parsed(text.substring(open, i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonObject> parsed(String json) {
        try {
            return Optional.of(new JsonObject(json));
        } catch (DecodeException notJson) {
            return Optional.empty();
        }
    }
}
