package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;

/** {@code /control/faults}: arm one, see what is armed and what it struck, clear one or all; and what there is to arm. */
public final class FaultsResource {

    private final Faults faults;

    public FaultsResource(Faults faults) {
        this.faults = faults;
    }

    public void mount(Router router) {
        JsonObject catalogue = catalogue();
        router.get("/control/faults/catalogue").respond(_ -> Future.succeededFuture(catalogue));
        router.get("/control/faults").respond(_ -> Future.succeededFuture(faults.view()));
        router.post("/control/faults").handler(this::arm);
        router.delete("/control/faults/:id").respond(this::disarm);
        router.delete("/control/faults").respond(_ -> {
            faults.clear();
            return Future.succeededFuture();
        });
    }

    private void arm(RoutingContext context) {
        JsonObject armed = faults.arm(FaultOrders.parse(Control.body(context)));
        context.response().setStatusCode(201);
        context.json(armed);
    }

    private Future<Void> disarm(RoutingContext context) {
        if (!faults.disarm(context.pathParam("id"))) {
            throw ControlProblem.notFound("id", "is not armed");
        }
        return Future.succeededFuture();
    }

    private static JsonObject catalogue() {
        return new JsonObject()
                .put(
                        "points",
                        new JsonArray(Arrays.stream(FaultPoint.values())
                                .map(FaultsResource::view)
                                .toList()))
                .put(
                        "faults",
                        new JsonArray(Arrays.stream(FaultKind.values())
                                .map(FaultsResource::view)
                                .toList()));
    }

    private static JsonObject view(FaultPoint point) {
        return new JsonObject()
                .put("point", point.wireName())
                .put("matches", point.place().subject())
                .put("paths", new JsonArray(point.paths()))
                .put(
                        "faults",
                        new JsonArray(
                                point.kinds().stream().map(FaultKind::wireName).toList()));
    }

    private static JsonObject view(FaultKind kind) {
        return new JsonObject()
                .put("fault", kind.wireName())
                .put("text", kind.text())
                .put(
                        "parameters",
                        new JsonArray(kind.parameters().stream()
                                .map(FaultsResource::view)
                                .toList()));
    }

    private static JsonObject view(FaultKind.Parameter parameter) {
        return new JsonObject()
                .put("name", parameter.name())
                .put("default", parameter.fallback())
                .put("least", parameter.least())
                .put("most", parameter.most())
                .put("text", parameter.text());
    }
}
