package dev.colloquy.simulators.openai.responses;

import dev.colloquy.simulators.openai.model.ModelAnswer;
import dev.colloquy.simulators.openai.model.Tokens;
import dev.colloquy.simulators.runtime.Ids;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** The {@code response} object. A cut answer is {@code incomplete} with its reason, a refused one holds a refusal. */
record ResponseView(ResponseRequest request, ModelAnswer answer) {

    JsonObject at(Instant now, Ids ids) {
        boolean complete = answer.finish().equals("stop");
        return new JsonObject()
                .put("id", ids.next("resp_", 48))
                .put("object", "response")
                .put("created_at", now.getEpochSecond())
                .put("status", complete ? "completed" : "incomplete")
                .putNull("error")
                .put("incomplete_details", complete ? null : new JsonObject().put("reason", reason()))
                .put("instructions", request.instructions())
                .put("metadata", new JsonObject())
                .put("model", request.model())
                .put("output", JsonArray.of(message(ids, complete)))
                .put("parallel_tool_calls", true)
                .put("temperature", 1.0)
                .put("text", request.text())
                .put("tool_choice", "auto")
                .put("tools", new JsonArray())
                .put("top_p", 1.0)
                .put("usage", usage());
    }

    private String reason() {
        return answer.finish().equals("length") ? "max_output_tokens" : answer.finish();
    }

    private JsonObject message(Ids ids, boolean complete) {
        JsonObject content = answer.refusal() == null
                ? new JsonObject()
                        .put("type", "output_text")
                        .put("text", answer.text())
                        .put("annotations", new JsonArray())
                        .put("logprobs", new JsonArray())
                : new JsonObject().put("type", "refusal").put("refusal", answer.refusal());
        return new JsonObject()
                .put("id", ids.next("msg_", 48))
                .put("type", "message")
                .put("status", complete ? "completed" : "incomplete")
                .put("role", "assistant")
                .put("content", JsonArray.of(content));
    }

    private JsonObject usage() {
        int input = Tokens.count(request.question().text());
        int output = Tokens.count(answer.refusal() == null ? answer.text() : answer.refusal());
        return new JsonObject()
                .put("input_tokens", input)
                .put("input_tokens_details", new JsonObject().put("cached_tokens", 0))
                .put("output_tokens", output)
                .put("output_tokens_details", new JsonObject().put("reasoning_tokens", 0))
                .put("total_tokens", input + output);
    }
}
