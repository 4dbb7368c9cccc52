package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** {@code /control/openai/calls}: the calls that are on, what their candidates will say, and how they end. */
public final class CallControlResource {

    private static final JsonObject SESSION = new JsonObject("""
            {"type":"realtime","audio":{"input":{"transcription":{"model":"gpt-live-transcribe"}}},
             "tools":[{"type":"function","name":"end_session","parameters":{"type":"object"}}]}""");

    private final Calls calls;

    public CallControlResource(Calls calls) {
        this.calls = calls;
    }

    public void mount(Router router) {
        router.get("/control/openai/calls").respond(_ -> Future.succeededFuture(list()));
        router.post("/control/openai/calls").respond(this::play);
        on(router, "next-words", CallControlResource::announce);
        on(router, "hang-up", (call, _) -> call.hangUp());
        on(router, "lose", (call, _) -> call.lose());
    }

    private void on(Router router, String what, BiConsumer<Call, JsonObject> action) {
        router.post("/control/openai/calls/:call/" + what).respond(context -> {
            Call call = calls.find(context.pathParam("call"))
                    .orElseThrow(() -> ControlProblem.notFound("call", "is not on"));
            action.accept(call, Control.body(context));
            return Future.succeededFuture(call.view());
        });
    }

    private JsonObject list() {
        return new JsonObject().put("calls", new JsonArray(calls.views()));
    }

    private Future<JsonObject> play(RoutingContext context) {
        JsonObject body = Control.body(context);
        String id = body.containsKey("call_id") ? Control.text(body, "call_id") : calls.newId();
        if (!id.matches("rtc_[a-zA-Z0-9]+")) {
            throw ControlProblem.badInput("call_id", "must look like rtc_ and letters or digits");
        }
        if (calls.find(id).isPresent()) {
            throw ControlProblem.badInput("call_id", "is on already");
        }
        return Future.succeededFuture(calls.play(id, SESSION.copy()).view());
    }

    private static void announce(Call call, JsonObject body) {
        if (!(body.getValue("transcribed", true) instanceof Boolean transcribed)) {
            throw ControlProblem.badInput("transcribed", "must be true or false");
        }
        call.session().announce(Control.text(body, "text"), transcribed);
    }
}
