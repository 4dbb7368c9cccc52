package dev.colloquy.simulators.livekit.egress;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.livekit.twirp.ProtoJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code POST /control/livekit/egress/end}: a recording ends otherwise than by StopEgress or with its room;
 * {@code GET PUT /control/livekit/egress}: the server has no Redis.
 */
final class EgressControlResource {

    private final Recorders recorders;
    private final Connection connection;

    EgressControlResource(Recorders recorders, Connection connection) {
        this.recorders = recorders;
        this.connection = connection;
    }

    void mount(Router router) {
        router.post("/control/livekit/egress/end").respond(this::end);
        router.get("/control/livekit/egress").respond(_ -> Future.succeededFuture(view()));
        router.put("/control/livekit/egress").respond(this::connect);
    }

    private Future<JsonObject> connect(RoutingContext context) {
        if (!(Control.body(context).getValue("connected") instanceof Boolean connected)) {
            throw ControlProblem.badInput("connected", "must be true or false");
        }
        connection.set(connected);
        return Future.succeededFuture(view());
    }

    private JsonObject view() {
        return new JsonObject().put("connected", connection.isUp());
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
