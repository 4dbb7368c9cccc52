package dev.colloquy.simulators.openai.chat;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.model.AnswerFormat;
import dev.colloquy.simulators.openai.model.Question;
import dev.colloquy.simulators.openai.model.Question.Message;
import dev.colloquy.simulators.openai.model.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chat completion request that OpenAI would accept. */
record ChatRequest(String model, Question question, int maxTokens, boolean stream, boolean includeUsage) {

    static ChatRequest parse(JsonObject body) {
        String model = OpenAiError.required(body, "model");
        List<Message> messages = messages(body);
        boolean stream = body.getBoolean("stream", false);
        if (body.containsKey("stream_options") && !stream) {
            throw OpenAiError.badRequest(
                    "stream_options", null, "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
        }
        return new ChatRequest(
                model,
                new Question(messages, AnswerFormat.wrapped(body.getJsonObject("response_format"), messages)),
                Math.max(Tokens.limit(body, "max_completion_tokens"), Tokens.limit(body, "max_tokens")),
                stream,
                body.getJsonObject("stream_options", new JsonObject()).getBoolean("include_usage", false));
    }

    private static List<Message> messages(JsonObject body) {
        JsonArray messages = body.getJsonArray("messages", new JsonArray());
        if (messages.isEmpty()) {
            throw OpenAiError.badRequest(
                    "messages", "missing_required_parameter", "Missing required parameter: 'messages'.");
        }
        return messages.stream()
                .map(JsonObject.class::cast)
                .map(message -> new Message(OpenAiError.required(message, "role"), text(message.getValue("content"))))
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
}
