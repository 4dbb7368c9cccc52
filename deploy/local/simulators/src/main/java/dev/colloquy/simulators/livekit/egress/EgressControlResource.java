package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.livekit.twirp.ProtoJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /control/livekit/egress/end}: a recording ends otherwise than by StopEgress or with its room. */
final class EgressControlResource {

    private final Recorders recorders;

    EgressControlResource(Recorders recorders) {
        this.recorders = recorders;
    }

    void mount(Router router) {
        router.post("/control/livekit/egress/end").respond(this::end);
    }

    private Future<JsonObject> end(RoutingContext context) {
        JsonObject body = Control.body(context);
        Recording recording = recorders
                .find(Control.text(body, "egress_id"))
                .orElseThrow(() -> ControlProblem.notFound("egress_id", "is not known"));
        String status = Control.text(body, "status");
        switch (status) {
            case "complete" -> recorders.end(require(recording.isActive(), recording), "Source closed");
            case "aborted" -> recorders.end(require(recording.isStarting(), recording), "Source closed");
            case "limit_reached" -> recorders.reachLimit(require(recording.isActive(), recording));
            case "failed" ->
                recorders.fail(
                        require(recording.isActive() || recording.isStarting(), recording),
                        body.getString("error", "pipeline frozen"));
            default -> throw ControlProblem.badInput("status", "must be complete, aborted, limit_reached or failed");
        }
        return Future.succeededFuture(ProtoJson.brief(recording.view()));
    }

    private static Recording require(boolean possible, Recording recording) {
        if (!possible) {
            throw ControlProblem.badInput(
                    "status", "cannot follow " + recording.view().getStatus().name());
        }
        return recording;
    }
}
