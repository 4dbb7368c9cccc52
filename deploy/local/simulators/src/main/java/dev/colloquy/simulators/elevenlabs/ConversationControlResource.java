package dev.colloquy.simulators.elevenlabs;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.elevenlabs.Conversation.CallPlan;
import dev.colloquy.simulators.elevenlabs.Conversation.Line;
import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.script.Turn.Speaker;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** The control API's conversations: a virtual candidate calls an agent, and the call ends. */
final class ConversationControlResource {

    private final Conversations conversations;
    private final InterviewScript script;

    ConversationControlResource(Conversations conversations, InterviewScript script) {
        this.conversations = conversations;
        this.script = script;
    }

    void mount(Router router) {
        router.post("/control/elevenlabs/conversations").respond(this::start);
        router.post("/control/elevenlabs/conversations/:id/end").respond(this::end);
    }

    private Future<JsonObject> start(RoutingContext context) {
        JsonObject body = Control.body(context);
        String agentId = Control.text(body, "agent_id");
        CallPlan plan = new CallPlan(
                body.containsKey("user_id") ? Control.text(body, "user_id") : null, variables(body), lines(body));
        Conversation conversation =
                body.containsKey("conversation_id") ? named(body, agentId) : conversations.initiate(agentId);
        conversations.start(conversation, plan);
        return answer(conversation);
    }

    private Future<JsonObject> end(RoutingContext context) {
        Conversation conversation = conversations
                .find(context.pathParam("id"))
                .orElseThrow(() -> ControlProblem.notFound("conversation_id", "is not known"));
        if (!Conversations.canEnd(conversation)) {
            throw ControlProblem.badInput("conversation_id", "is not in progress");
        }
        conversations.end(conversation);
        return answer(conversation);
    }

    private Conversation named(JsonObject body, String agentId) {
        String id = Control.text(body, "conversation_id");
        if (!id.matches("conv_[a-zA-Z0-9]+")) {
            throw ControlProblem.badInput("conversation_id", "must look like conv_ and letters or digits");
        }
        Conversation conversation =
                conversations.find(id).orElseGet(() -> conversations.add(new Conversation(id, agentId)));
        if (!conversation.agentId().equals(agentId)) {
            throw ControlProblem.badInput("agent_id", "is not the agent of this conversation");
        }
        if (!Conversations.canStart(conversation)) {
            throw ControlProblem.badInput("conversation_id", "has been started before");
        }
        return conversation;
    }

    private static JsonObject variables(JsonObject body) {
        if (!(body.getValue("dynamic_variables", new JsonObject()) instanceof JsonObject variables)) {
            throw ControlProblem.badInput("dynamic_variables", "must be a JSON object");
        }
        variables.forEach(entry -> {
            boolean flat = entry.getValue() instanceof String
                    || entry.getValue() instanceof Number
                    || entry.getValue() instanceof Boolean;
            if (!flat || entry.getKey().startsWith("system__")) {
                throw ControlProblem.badInput(
                        "dynamic_variables." + entry.getKey(), "must be a string, number or boolean of your own");
            }
        });
        return variables;
    }

    private List<Line> lines(JsonObject body) {
        if (!body.containsKey("script")) {
            return script.turns().stream()
                    .map(turn -> new Line(turn.speaker() == Speaker.CANDIDATE ? "user" : "agent", turn.message()))
                    .toList();
        }
        if (!(body.getValue("script") instanceof JsonArray given)) {
            throw ControlProblem.badInput("script", "must be a list");
        }
        List<Line> lines = new ArrayList<>();
        for (Object each : given) {
            boolean known =
                    each instanceof JsonObject line && List.of("user", "agent").contains(line.getValue("role"));
            if (!known) {
                throw ControlProblem.badInput("script", "must hold turns with role user or agent, and message");
            }
            lines.add(new Line(((JsonObject) each).getString("role"), Control.text((JsonObject) each, "message")));
        }
        return lines;
    }

    private static Future<JsonObject> answer(Conversation conversation) {
        JsonObject view = conversation.view();
        return Future.succeededFuture(
                new JsonObject().put("conversation_id", conversation.id()).put("status", view.getString("status")));
    }
}
