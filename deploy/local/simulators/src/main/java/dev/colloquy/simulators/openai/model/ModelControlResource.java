package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.openai.model.AnswerFormat.Kind;
import dev.colloquy.simulators.openai.model.ModelFormats.Treatment;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code GET PUT /control/openai/models/{id}}: what a model makes of {@code json_schema} and {@code json_object}. */
public final class ModelControlResource {

    private static final List<Kind> FORMATS = List.of(Kind.JSON_SCHEMA, Kind.JSON_OBJECT);

    private final ModelFormats formats;

    public ModelControlResource(ModelFormats formats) {
        this.formats = formats;
    }

    public void mount(Router router) {
        router.get("/control/openai/models/:id")
                .respond(context -> Future.succeededFuture(view(context.pathParam("id"))));
        router.put("/control/openai/models/:id").respond(this::set);
    }

    private Future<JsonObject> set(RoutingContext context) {
        JsonObject body = Control.body(context);
        Map<Kind, Treatment> wanted = new EnumMap<>(Kind.class);
        body.fieldNames().forEach(field -> wanted.put(format(field), treatment(body, field)));
        String model = context.pathParam("id");
        wanted.forEach((kind, treatment) -> formats.set(model, kind, treatment));
        return Future.succeededFuture(view(model));
    }

    private static Kind format(String field) {
        return FORMATS.stream()
                .filter(kind -> kind.wireName().equals(field))
                .findFirst()
                .orElseThrow(() -> ControlProblem.badInput(field, "must be json_schema or json_object"));
    }

    private static Treatment treatment(JsonObject body, String field) {
        String name = Control.text(body, field);
        return Arrays.stream(Treatment.values())
                .filter(treatment -> treatment.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlProblem.badInput(field, "must be followed, ignored or refused"));
    }

    private JsonObject view(String model) {
        JsonObject view = new JsonObject().put("model", model);
        FORMATS.forEach(
                kind -> view.put(kind.wireName(), formats.treatment(model, kind).wireName()));
        return view;
    }
}
