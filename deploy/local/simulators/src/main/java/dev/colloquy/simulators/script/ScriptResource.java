package dev.colloquy.simulators.script;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/** {@code GET /control/scripts}. */
public final class ScriptResource {

    private final InterviewScript script;

    public ScriptResource(InterviewScript script) {
        this.script = script;
    }

    public void mount(Router router) {
        JsonObject view = new JsonObject().put("scripts", JsonArray.of(script.view()));
        router.get("/control/scripts").respond(_ -> Future.succeededFuture(view));
    }
}
