package dev.colloquy.simulators.openai.chat;

import dev.colloquy.simulators.faults.CallFault;
import dev.colloquy.simulators.faults.FaultPoint;
import dev.colloquy.simulators.faults.Faults;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.access.ServerKey;
import dev.colloquy.simulators.runtime.Ids;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}. The header {@code X-Simulate-Fault} makes one answer fail or end in another way. */
public final class ChatResource {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final ServerKey key;
    private final Faults faults;
    private final SimulatedTime time;
    private final Ids ids;

    public ChatResource(ServerKey key, Faults faults, SimulatedTime time, Ids ids) {
        this.key = key;
        this.faults = faults;
        this.time = time;
        this.ids = ids;
    }

    public void mount(Router router) {
        router.post("/v1/chat/completions").handler(this::complete);
    }

    private void complete(RoutingContext context) {
        key.require(context);
        CallFault fault = fault(context);
        if (fault.fails()) {
            throw OpenAiError.ofStatus(fault.status());
        }
        @Nullable JsonObject body = context.body().asJsonObject();
        ChatRequest request = ChatRequest.parse(body == null ? new JsonObject() : body);
        context.response().putHeader("x-request-id", ids.next("req_", 24));
        context.json(completion(request, fault.finish()));
    }

    private CallFault fault(RoutingContext context) {
        @Nullable String wanted = context.request().getHeader("X-Simulate-Fault");
        if (wanted == null) {
            return faults.nextCall(FaultPoint.OPENAI_CHAT);
        }
        return wanted.matches("[45]\\d\\d") ? new CallFault(Integer.parseInt(wanted), "") : new CallFault(0, wanted);
    }

    private JsonObject completion(ChatRequest request, String ending) {
        String answer = ChatAnswer.to(request);
        JsonObject message =
                new JsonObject().put("role", "assistant").put("content", answer).putNull("refusal");
        String finish = "stop";
        switch (ending) {
            case "refusal" -> message.putNull("content").put("refusal", "I'm sorry, I can't help with that.");
            case "length" -> {
                finish = "length";
                message.put("content", answer.substring(0, answer.length() / 2));
            }
            case "content_filter" -> {
                finish = "content_filter";
                message.put("content", "");
            }
            default -> {}
        }
        JsonObject choice = new JsonObject()
                .put("index", 0)
                .put("message", message)
                .putNull("logprobs")
                .put("finish_reason", finish);
        return new JsonObject()
                .put("id", ids.next("chatcmpl-", 29))
                .put("object", "chat.completion")
                .put("created", time.now().getEpochSecond())
                .put("model", request.model())
                .put("choices", JsonArray.of(choice))
                .put("usage", usage(request.text(), answer));
    }

    private static JsonObject usage(String prompt, String answer) {
        int promptTokens = tokens(prompt);
        int completionTokens = tokens(answer);
        return new JsonObject()
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", completionTokens)
                .put("total_tokens", promptTokens + completionTokens);
    }

    private static int tokens(String text) {
        return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
