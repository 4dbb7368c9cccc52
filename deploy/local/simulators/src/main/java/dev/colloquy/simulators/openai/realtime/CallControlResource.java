package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /control/openai/calls}: the calls that are on, what their candidates will say, and losing one. */
public final class CallControlResource {

    private final Calls calls;

    public CallControlResource(Calls calls) {
        this.calls = calls;
    }

    public void mount(Router router) {
        router.get("/control/openai/calls").respond(_ -> Future.succeededFuture(list()));
        router.post("/control/openai/calls/:call/next-words").respond(this::announce);
        router.post("/control/openai/calls/:call/lose").respond(this::lose);
    }

    private JsonObject list() {
        return new JsonObject().put("calls", new JsonArray(calls.views()));
    }

    private Future<JsonObject> announce(RoutingContext context) {
        Call call = call(context);
        call.session().announce(Control.text(Control.body(context), "text"));
        return Future.succeededFuture(call.view());
    }

    private Call call(RoutingContext context) {
        return calls.find(context.pathParam("call")).orElseThrow(() -> ControlProblem.notFound("call", "is not on"));
    }

    private Future<JsonObject> lose(RoutingContext context) {
        Call call = call(context);
        call.lost();
        return Future.succeededFuture(call.view());
    }
}
