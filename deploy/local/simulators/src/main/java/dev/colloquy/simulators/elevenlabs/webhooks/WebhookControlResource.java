package dev.colloquy.simulators.elevenlabs.webhooks;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Format;
import dev.colloquy.simulators.elevenlabs.webhooks.WebhookSettings.Setup;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code GET PUT /control/elevenlabs/webhook}: the webhook as one sets it up in ElevenLabs' dashboard; {@code POST} sends any
 * event, signed like the others: kinds that nothing here causes, and kinds to come. And phone calls that do not come about.
 */
public final class WebhookControlResource {

    private static final Set<String> REASONS = Set.of("busy", "no-answer", "unknown");

    private final PostCallWebhooks webhooks;

    public WebhookControlResource(PostCallWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    public void mount(Router router) {
        router.get("/control/elevenlabs/webhook")
                .respond(_ -> Future.succeededFuture(webhooks.settings().view()));
        router.put("/control/elevenlabs/webhook").respond(this::change);
        router.post("/control/elevenlabs/webhook").respond(this::send);
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
        Setup setup = new Setup(
                events(wanted), format(wanted), flag(wanted, "retry_enabled"), flag(wanted, "exclude_transcript"));
        webhooks.settings().change(setup, flag(wanted, "is_auto_disabled"));
        return Future.succeededFuture(webhooks.settings().view());
    }

    private Future<JsonObject> send(RoutingContext context) {
        JsonObject body = Control.body(context);
        if (!(body.getValue("data", new JsonObject()) instanceof JsonObject data)) {
            throw ControlProblem.badInput("data", "must be a JSON object");
        }
        PostCallEvent event = new PostCallEvent(Control.text(body, "type"), data);
        webhooks.send(event);
        return Future.succeededFuture(new JsonObject().put("type", event.type()).put("data", data));
    }

    private Future<JsonObject> failInitiation(RoutingContext context) {
        JsonObject body = Control.body(context);
        String reason = body.containsKey("failure_reason") ? Control.text(body, "failure_reason") : "unknown";
        if (!REASONS.contains(reason)) {
            throw ControlProblem.badInput("failure_reason", "must be one of " + REASONS);
        }
        return Future.succeededFuture(webhooks.announceFailure(Control.text(body, "agent_id"), reason));
    }

    private static Set<Subscription> events(JsonObject body) {
        if (body.getValue("events") instanceof JsonArray events) {
            return events.stream().map(WebhookControlResource::event).collect(Collectors.toSet());
        }
        throw ControlProblem.badInput("events", "must be a list");
    }

    private static Subscription event(Object name) {
        return Subscription.of(String.valueOf(name))
                .orElseThrow(() -> ControlProblem.badInput("events", "must be a list of " + Subscription.wireNames()));
    }

    private static Format format(JsonObject body) {
        String name = Control.text(body, "transcript_format");
        return Arrays.stream(Format.values())
                .filter(format -> format.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlProblem.badInput("transcript_format", "must be json or opentelemetry"));
    }

    private static boolean flag(JsonObject body, String field) {
        if (body.getValue(field) instanceof Boolean value) {
            return value;
        }
        throw ControlProblem.badInput(field, "must be true or false");
    }
}
