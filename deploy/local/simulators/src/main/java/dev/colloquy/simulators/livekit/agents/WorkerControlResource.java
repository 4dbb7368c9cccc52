package dev.colloquy.simulators.livekit.agents;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code GET PUT /control/livekit/worker}: an agent that never comes, comes late, or does not go. */
final class WorkerControlResource {

    private final Worker worker;

    WorkerControlResource(Worker worker) {
        this.worker = worker;
    }

    void mount(Router router) {
        router.get("/control/livekit/worker").respond(_ -> Future.succeededFuture(view()));
        router.put("/control/livekit/worker").respond(this::set);
    }

    private Future<JsonObject> set(RoutingContext context) {
        JsonObject body = Control.body(context);
        if (!(body.getValue("joins_after_ms", (int) worker.pace().toMillis()) instanceof Integer millis)
                || millis < 0) {
            throw ControlProblem.badInput("joins_after_ms", "must be a whole number of 0 or more");
        }
        worker.set(
                flag(body, "available", worker.isAvailable()),
                Duration.ofMillis(millis),
                flag(body, "leaves", worker.isLeaving()));
        return Future.succeededFuture(view());
    }

    private static boolean flag(JsonObject body, String field, boolean before) {
        if (body.getValue(field, before) instanceof Boolean flag) {
            return flag;
        }
        throw ControlProblem.badInput(field, "must be true or false");
    }

    private JsonObject view() {
        return new JsonObject()
                .put("agent_name", worker.agentName())
                .put("available", worker.isAvailable())
                .put("joins_after_ms", worker.pace().toMillis())
                .put("leaves", worker.isLeaving());
    }
}
