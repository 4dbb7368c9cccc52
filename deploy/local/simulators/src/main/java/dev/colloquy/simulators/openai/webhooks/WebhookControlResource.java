package dev.colloquy.simulators.openai.webhooks;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /control/openai/webhook}: sends any event. Nothing that is simulated here causes one by itself. */
public final class WebhookControlResource {

    private final Webhooks webhooks;

    public WebhookControlResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    public void mount(Router router) {
        router.post("/control/openai/webhook").respond(this::send);
    }

    private Future<JsonObject> send(RoutingContext context) {
        JsonObject body = Control.body(context);
        if (!(body.getValue("data", new JsonObject()) instanceof JsonObject data)) {
            throw ControlProblem.badInput("data", "must be a JSON object");
        }
        return Future.succeededFuture(webhooks.send(Control.text(body, "type"), data));
    }
}
