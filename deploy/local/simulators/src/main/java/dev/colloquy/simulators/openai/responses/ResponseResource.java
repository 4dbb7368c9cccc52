package dev.colloquy.simulators.openai.responses;

import dev.colloquy.simulators.faults.Ending;
import dev.colloquy.simulators.openai.access.ModelAccess;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.model.ModelAnswer;
import dev.colloquy.simulators.openai.model.Tokens;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /v1/responses}. */
public final class ResponseResource {

    private final ModelAccess access;
    private final Stage stage;

    public ResponseResource(ModelAccess access, Stage stage) {
        this.access = access;
        this.stage = stage;
    }

    public void mount(Router router) {
        router.post("/v1/responses").handler(this::respond);
    }

    private void respond(RoutingContext context) {
        access.admit(context);
        ResponseRequest request = ResponseRequest.parse(OpenAiError.body(context));
        access.spend(context, Tokens.count(request.question().text()));
        ModelAnswer answer =
                ModelAnswer.to(request.question(), Ending.of(context)).within(request.maxTokens());
        context.json(new ResponseView(request, answer).at(stage.time().now(), stage.ids()));
    }
}
