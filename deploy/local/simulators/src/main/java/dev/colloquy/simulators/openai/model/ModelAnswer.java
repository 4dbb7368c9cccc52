package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.faults.Ending;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated model says: the same question always gets the same answer.
 *
 * @param refusal in place of the text
 * @param finish {@code stop}, {@code length} or {@code content_filter}
 */
public record ModelAnswer(String text, @Nullable String refusal, String finish) {

    public static ModelAnswer to(Question question, Ending ending) {
        String text = text(question);
        return switch (ending) {
            case REFUSAL -> new ModelAnswer("", "I'm sorry, I can't help with that.", "stop");
            case LENGTH -> new ModelAnswer(text.substring(0, text.length() / 2), null, "length");
            case CONTENT_FILTER -> new ModelAnswer("", null, "content_filter");
            case WRONG_SCHEMA ->
                new ModelAnswer(new JsonObject().put("unexpected", text).encode(), null, "stop");
            case AS_ASKED -> new ModelAnswer(text, null, "stop");
        };
    }

    /** Cut off where it gets longer than this; 0 is no limit. */
    public ModelAnswer within(int tokens) {
        return tokens == 0 || Tokens.count(text) <= tokens
                ? this
                : new ModelAnswer(Tokens.first(tokens, text), refusal, "length");
    }

    private static String text(Question question) {
        Interview interview = Interview.read(question.text());
        boolean evaluates =
                !interview.answers().isEmpty() && !interview.competencies().isEmpty();
        SchemaFiller.Content content = evaluates ? new EvaluationContent(interview) : new PlainContent(question);
        Optional<JsonObject> schema =
                Optional.ofNullable(question.format().schema()).or(() -> schemaInside(question.text()));
        return switch (question.format().kind()) {
            case JSON_SCHEMA, JSON_OBJECT -> filled(schema, content);
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
