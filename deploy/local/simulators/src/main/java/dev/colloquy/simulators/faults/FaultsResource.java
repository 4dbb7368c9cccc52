package dev.colloquy.simulators.faults;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Map;

/** {@code GET PUT DELETE /control/faults}. A PUT replaces the points it names and answers with all that is armed. */
public final class FaultsResource {

    private final Faults faults;

    public FaultsResource(Faults faults) {
        this.faults = faults;
    }

    public void mount(Router router) {
        router.get("/control/faults").respond(_ -> Future.succeededFuture(faults.view()));
        router.put("/control/faults").respond(this::arm);
        router.delete("/control/faults").respond(_ -> {
            faults.clear();
            return Future.succeededFuture();
        });
    }

    private Future<JsonObject> arm(RoutingContext context) {
        Map<FaultPoint, Fault> wanted = new EnumMap<>(FaultPoint.class);
        Control.body(context).forEach(entry -> {
            FaultPoint point = FaultPoint.of(entry.getKey())
                    .orElseThrow(() -> ControlProblem.badInput(entry.getKey(), "is not a known fault point"));
            if (!(entry.getValue() instanceof JsonObject fault)) {
                throw ControlProblem.badInput(entry.getKey(), "must be a JSON object");
            }
            wanted.put(point, Fault.parse(point, fault));
        });
        faults.arm(wanted);
        return Future.succeededFuture(faults.view());
    }
}
