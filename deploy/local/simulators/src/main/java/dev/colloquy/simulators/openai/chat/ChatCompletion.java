package dev.colloquy.simulators.openai.chat;

import dev.colloquy.simulators.openai.model.ModelAnswer;
import dev.colloquy.simulators.openai.model.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One completion, as a whole or as the chunks of a stream. All of them carry the same id, time and model. */
record ChatCompletion(String id, long created, ChatRequest request, ModelAnswer answer) {

    private static final String FINGERPRINT = "fp_simulated";

    JsonObject whole() {
        JsonObject message = new JsonObject()
                .put("role", "assistant")
                .put("content", answer.refusal() == null ? answer.text() : null)
                .put("refusal", answer.refusal())
                .put("annotations", new JsonArray());
        JsonObject choice = new JsonObject()
                .put("index", 0)
                .put("message", message)
                .putNull("logprobs")
                .put("finish_reason", answer.finish());
        return head("chat.completion").put("choices", JsonArray.of(choice)).put("usage", usage());
    }

    /** The chunks of a stream, word by word, and the mark that it is over. */
    List<String> events() {
        String refusal = answer.refusal();
        JsonObject opening =
                new JsonObject().put("role", "assistant").put("content", "").putNull("refusal");
        List<String> events = new ArrayList<>();
        events.add(chunk(opening, null).encode());
        for (String piece : Tokens.pieces(refusal == null ? answer.text() : refusal)) {
            JsonObject delta = new JsonObject().put(refusal == null ? "content" : "refusal", piece);
            events.add(chunk(delta, null).encode());
        }
        events.add(chunk(new JsonObject(), answer.finish()).encode());
        if (request.includeUsage()) {
            events.add(usageChunk().encode());
        }
        events.add("[DONE]");
        return events;
    }

    /** The extra chunk of {@code include_usage}: no choices; all the others then say {@code usage: null}. */
    private JsonObject usageChunk() {
        return head("chat.completion.chunk").put("choices", new JsonArray()).put("usage", usage());
    }

    private JsonObject chunk(JsonObject delta, @Nullable String finish) {
        JsonObject choice = new JsonObject()
                .put("index", 0)
                .put("delta", delta)
                .putNull("logprobs")
                .put("finish_reason", finish);
        JsonObject chunk = head("chat.completion.chunk").put("choices", JsonArray.of(choice));
        return request.includeUsage() ? chunk.putNull("usage") : chunk;
    }

    private JsonObject head(String object) {
        return new JsonObject()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", request.model())
                .put("service_tier", "default")
                .put("system_fingerprint", FINGERPRINT);
    }

    private JsonObject usage() {
        int prompt = Tokens.count(request.question().text());
        int completion = Tokens.count(answer.refusal() == null ? answer.text() : answer.refusal());
        return new JsonObject()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion)
                .put("prompt_tokens_details", new JsonObject().put("cached_tokens", 0))
                .put("completion_tokens_details", new JsonObject().put("reasoning_tokens", 0));
    }
}
