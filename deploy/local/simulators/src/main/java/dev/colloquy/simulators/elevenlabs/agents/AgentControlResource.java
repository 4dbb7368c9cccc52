package dev.colloquy.simulators.elevenlabs.agents;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;

/** {@code GET PUT /control/elevenlabs/agents/{id}}: what one sets up in ElevenLabs' dashboard. */
public final class AgentControlResource {

    private static final Set<String> FIELDS =
            Set.of("public", "allow_overrides", "max_duration_seconds", "client_tool");

    private final Agents agents;

    public AgentControlResource(Agents agents) {
        this.agents = agents;
    }

    public void mount(Router router) {
        router.get("/control/elevenlabs/agents/:id")
                .respond(context -> Future.succeededFuture(agent(context).view()));
        router.put("/control/elevenlabs/agents/:id").respond(this::set);
    }

    private Future<JsonObject> set(RoutingContext context) {
        JsonObject body = Control.body(context);
        body.fieldNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(unknown -> {
                    throw ControlProblem.badInput(unknown, "must be one of " + FIELDS);
                });
        Agent before = agent(context);
        Agent after = new Agent(
                before.id(),
                flag(body, "public", before.isPublic()),
                flag(body, "allow_overrides", before.allowsOverrides()),
                seconds(body, before.longestCall()),
                body.containsKey("client_tool") ? Control.text(body, "client_tool") : before.clientTool());
        agents.set(after);
        return Future.succeededFuture(after.view());
    }

    private Agent agent(RoutingContext context) {
        return agents.get(context.pathParam("id"));
    }

    private static boolean flag(JsonObject body, String field, boolean before) {
        if (body.getValue(field, before) instanceof Boolean value) {
            return value;
        }
        throw ControlProblem.badInput(field, "must be true or false");
    }

    private static Duration seconds(JsonObject body, Duration before) {
        if (body.getValue("max_duration_seconds", (int) before.toSeconds()) instanceof Integer value && value > 0) {
            return Duration.ofSeconds(value);
        }
        throw ControlProblem.badInput("max_duration_seconds", "must be a whole number above 0");
    }
}
