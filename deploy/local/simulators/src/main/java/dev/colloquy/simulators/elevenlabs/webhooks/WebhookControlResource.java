package dev.colloquy.simulators.elevenlabs.webhooks;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** The webhook as one sets it up in ElevenLabs' dashboard, and phone calls that do not come about. */
public final class WebhookControlResource {

    private static final Set<String> EVENTS = Set.of("transcript", "audio", "call_initiation_failure");
    private static final Set<String> REASONS = Set.of("busy", "no-answer", "unknown");

    private final PostCallWebhooks webhooks;

    public WebhookControlResource(PostCallWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    public void mount(Router router) {
        router.get("/control/elevenlabs/webhook")
                .respond(_ -> Future.succeededFuture(webhooks.settings().view()));
        router.put("/control/elevenlabs/webhook").respond(this::change);
        router.post("/control/elevenlabs/initiation-failures").respond(this::failInitiation);
    }

    private Future<JsonObject> change(RoutingContext context) {
        JsonObject body = Control.body(context);
        JsonObject before = webhooks.settings().view();
        body.fieldNames().stream()
                .filter(field -> !before.containsKey(field))
                .findFirst()
                .ifPresent(unknown -> {
                    throw ControlProblem.badInput(unknown, "must be one of " + before.fieldNames());
                });
        JsonObject wanted = before.mergeIn(body);
        webhooks.settings()
                .change(
                        events(wanted),
                        flag(wanted, "retry_enabled"),
                        flag(wanted, "exclude_transcript"),
                        flag(wanted, "is_auto_disabled"));
        return Future.succeededFuture(webhooks.settings().view());
    }

    private Future<JsonObject> failInitiation(RoutingContext context) {
        JsonObject body = Control.body(context);
        String reason = body.containsKey("failure_reason") ? Control.text(body, "failure_reason") : "unknown";
        if (!REASONS.contains(reason)) {
            throw ControlProblem.badInput("failure_reason", "must be one of " + REASONS);
        }
        return Future.succeededFuture(webhooks.announceFailure(Control.text(body, "agent_id"), reason));
    }

    private static List<String> events(JsonObject body) {
        if (body.getValue("events") instanceof JsonArray events
                && events.stream().allMatch(EVENTS::contains)) {
            return events.stream().map(String.class::cast).toList();
        }
        throw ControlProblem.badInput("events", "must be a list of " + EVENTS);
    }

    private static boolean flag(JsonObject body, String field) {
        if (body.getValue(field) instanceof Boolean value) {
            return value;
        }
        throw ControlProblem.badInput(field, "must be true or false");
    }
}
