package dev.colloquy.simulators.openai.chat;

import dev.colloquy.simulators.faults.Ending;
import dev.colloquy.simulators.openai.access.EventStream;
import dev.colloquy.simulators.openai.access.ModelAccess;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.model.ModelAnswer;
import dev.colloquy.simulators.openai.model.ModelFormats;
import dev.colloquy.simulators.openai.model.Question;
import dev.colloquy.simulators.openai.model.Tokens;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /v1/chat/completions}. */
public final class ChatResource {

    private final ModelAccess access;
    private final ModelFormats formats;
    private final Stage stage;

    public ChatResource(ModelAccess access, ModelFormats formats, Stage stage) {
        this.access = access;
        this.formats = formats;
        this.stage = stage;
    }

    public void mount(Router router) {
        router.post("/v1/chat/completions").handler(this::complete);
    }

    private void complete(RoutingContext context) {
        access.admit(context);
        ChatRequest request = ChatRequest.parse(OpenAiError.body(context));
        Question taken = formats.taken(request.model(), request.question(), "response_format");
        access.spend(context, Tokens.count(request.question().text()));
        ChatCompletion completion = new ChatCompletion(
                stage.ids().next("chatcmpl-", 29),
                stage.time().now().getEpochSecond(),
                request,
                ModelAnswer.to(taken, Ending.of(context)).within(request.maxTokens()));
        if (request.stream()) {
            EventStream.send(completion.events(), context.response(), stage.time());
        } else {
            context.json(completion.whole());
        }
    }
}
