package dev.colloquy.simulators.openai.catalogue;

import dev.colloquy.simulators.openai.access.ModelAccess;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /v1/models} and {@code /v1/models/{id}}. */
public final class ModelsResource {

    private final ModelAccess access;
    private final SimulatedTime time;

    public ModelsResource(ModelAccess access, SimulatedTime time) {
        this.access = access;
        this.time = time;
    }

    public void mount(Router router) {
        router.get("/v1/models").handler(this::list);
        router.get("/v1/models/:model").handler(this::retrieve);
    }

    private void list(RoutingContext context) {
        access.admit(context);
        JsonArray models =
                new JsonArray(Model.at(time.now()).stream().map(Model::view).toList());
        context.json(new JsonObject().put("object", "list").put("data", models));
    }

    private void retrieve(RoutingContext context) {
        access.admit(context);
        String id = context.pathParam("model");
        context.json(Model.find(id, time.now())
                .orElseThrow(() -> OpenAiError.modelNotFound(id))
                .view());
    }
}
