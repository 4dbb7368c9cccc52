package dev.colloquy.simulators.openai.responses;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.model.AnswerFormat;
import dev.colloquy.simulators.openai.model.Question;
import dev.colloquy.simulators.openai.model.Question.Message;
import dev.colloquy.simulators.openai.model.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request the Responses API would accept, with what its answer repeats of it. */
record ResponseRequest(
        String model,
        Question question,
        int maxTokens,
        @Nullable String instructions,
        JsonObject text) {

    static ResponseRequest parse(JsonObject body) {
        String model = OpenAiError.required(body, "model");
        if (body.getBoolean("stream", false)) {
            throw OpenAiError.badRequest("stream", "unsupported_value", "The simulator streams chat completions only.");
        }
        List<Message> messages = new ArrayList<>();
        @Nullable String instructions = body.getString("instructions");
        if (instructions != null) {
            messages.add(new Message("system", instructions));
        }
        messages.addAll(input(body.getValue("input")));
        JsonObject text = body.getJsonObject("text", new JsonObject());
        AnswerFormat format = AnswerFormat.flat(text.getJsonObject("format"), messages);
        return new ResponseRequest(
                model,
                new Question(List.copyOf(messages), format),
                Tokens.limit(body, "max_output_tokens"),
                instructions,
                text.containsKey("format") ? text : text.copy().put("format", new JsonObject().put("type", "text")));
    }

    private static List<Message> input(@Nullable Object input) {
        return switch (input) {
            case String text -> List.of(new Message("user", text));
            case JsonArray items ->
                items.stream()
                        .map(JsonObject.class::cast)
                        .filter(item -> item.containsKey("role"))
                        .map(item -> new Message(item.getString("role"), text(item.getValue("content"))))
                        .toList();
            case null, default ->
                throw OpenAiError.badRequest(
                        "input", "missing_required_parameter", "Missing required parameter: 'input'.");
        };
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
}
