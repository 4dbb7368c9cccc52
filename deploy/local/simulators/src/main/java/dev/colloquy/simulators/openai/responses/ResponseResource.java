package dev.colloquy.simulators.openai.responses;

import dev.colloquy.simulators.faults.Ending;
import dev.colloquy.simulators.openai.access.ModelAccess;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.model.ModelAnswer;
import dev.colloquy.simulators.openai.model.ModelFormats;
import dev.colloquy.simulators.openai.model.Question;
import dev.colloquy.simulators.openai.model.Tokens;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /v1/responses}. */
public final class ResponseResource {

    private final ModelAccess access;
    private final ModelFormats formats;
    private final Stage stage;

    public ResponseResource(ModelAccess access, ModelFormats formats, Stage stage) {
        this.access = access;
        this.formats = formats;
        this.stage = stage;
    }

    public void mount(Router router) {
        router.post("/v1/responses").handler(this::respond);
    }

    private void respond(RoutingContext context) {
        access.admit(context);
        ResponseRequest request = ResponseRequest.parse(OpenAiError.body(context));
        Question taken = formats.taken(request.model(), request.question(), "text.format");
        access.spend(context, Tokens.count(request.question().text()));
        ModelAnswer answer = ModelAnswer.to(taken, Ending.of(context)).within(request.maxTokens());
        context.json(new ResponseView(request, answer).at(stage.time().now(), stage.ids()));
    }
}
