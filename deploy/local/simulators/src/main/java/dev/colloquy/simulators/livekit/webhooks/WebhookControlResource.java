package dev.colloquy.simulators.livekit.webhooks;

import dev.colloquy.simulators.control.Control;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code POST /control/livekit/webhook}: sends any event, signed and queued like all others. For kinds the simulated
 * server has no cause for (ingress, agent jobs) and for those a later version may have.
 */
public final class WebhookControlResource {

    private final Webhooks webhooks;

    public WebhookControlResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    public void mount(Router router) {
        router.post("/control/livekit/webhook").respond(this::send);
    }

    private Future<JsonObject> send(RoutingContext context) {
        JsonObject event = Control.body(context);
        Control.text(event, "event");
        return Future.succeededFuture(webhooks.send(event));
    }
}
