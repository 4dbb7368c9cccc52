package dev.colloquy.simulators.script;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.script.Scripts.Choice;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code GET /control/scripts}; {@code PUT DELETE /control/scripts/{id}} chooses for a call or conversation, or for all
 * others with the id {@code default}.
 */
public final class ScriptResource {

    private final Scripts scripts;

    public ScriptResource(Scripts scripts) {
        this.scripts = scripts;
    }

    public void mount(Router router) {
        router.get("/control/scripts").respond(_ -> Future.succeededFuture(scripts.view()));
        router.get("/control/scripts/:id")
                .respond(context -> Future.succeededFuture(
                        scripts.of(context.pathParam("id")).view()));
        router.put("/control/scripts/:id").respond(this::choose);
        router.delete("/control/scripts/:id").respond(context -> {
            scripts.forget(context.pathParam("id"));
            return Future.succeededFuture();
        });
    }

    private Future<JsonObject> choose(RoutingContext context) {
        JsonObject body = Control.body(context);
        Choice choice = new Choice(
                scripts.find(text(body, "script", "payments-project"))
                        .orElseThrow(() -> ControlProblem.badInput("script", "is not known")),
                Candidate.of(text(body, "candidate", "good"))
                        .orElseThrow(() -> ControlProblem.badInput("candidate", "is not known")),
                seed(body));
        scripts.choose(context.pathParam("id"), choice);
        return Future.succeededFuture(choice.script().view());
    }

    private static String text(JsonObject body, String field, String fallback) {
        return body.containsKey(field) ? Control.text(body, field) : fallback;
    }

    private static long seed(JsonObject body) {
        if (body.getValue("seed", 0) instanceof Integer seed) {
            return seed;
        }
        throw ControlProblem.badInput("seed", "must be a whole number");
    }
}
