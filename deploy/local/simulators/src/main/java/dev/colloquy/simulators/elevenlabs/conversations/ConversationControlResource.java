package dev.colloquy.simulators.elevenlabs.conversations;

import dev.colloquy.simulators.control.Control;
import dev.colloquy.simulators.control.ControlProblem;
import dev.colloquy.simulators.script.Scripts;
import dev.colloquy.simulators.script.Turn;
import dev.colloquy.simulators.script.Turn.Speaker;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The control API's conversations: a virtual candidate calls an agent, and the call ends, if need be after hours. */
public final class ConversationControlResource {

    private static final int LONGEST_SECONDS = 7200;
    private static final String HUNG_UP = "Call ended by remote party";

    private final Conversations conversations;
    private final Scripts scripts;

    public ConversationControlResource(Conversations conversations, Scripts scripts) {
        this.conversations = conversations;
        this.scripts = scripts;
    }

    public void mount(Router router) {
        router.get("/control/elevenlabs/conversations").respond(_ -> Future.succeededFuture(list()));
        router.post("/control/elevenlabs/conversations").respond(this::start);
        router.post("/control/elevenlabs/conversations/:id/end").respond(this::end);
        router.post("/control/elevenlabs/conversations/:id/fail").respond(this::fail);
    }

    private JsonObject list() {
        return new JsonObject()
                .put(
                        "conversations",
                        new JsonArray(conversations.newestFirst().stream()
                                .map(ConversationView::whole)
                                .toList()));
    }

    private Future<JsonObject> start(RoutingContext context) {
        JsonObject body = Control.body(context);
        String agentId = Control.text(body, "agent_id");
        @Nullable String userId = body.containsKey("user_id") ? Control.text(body, "user_id") : null;
        Initiation initiation = Initiation.withVariables(userId, variables(body));
        Optional<List<Turn>> turns = turns(body);
        Conversation conversation =
                body.containsKey("conversation_id") ? named(body, agentId) : conversations.initiate(agentId, "public");
        conversations.start(conversation, initiation);
        say(conversation, turns.orElseGet(() -> scripts.of(conversation.id()).turns()));
        return answer(conversation);
    }

    /** The whole call at once, each turn when the one before is over. */
    private static void say(Conversation conversation, List<Turn> turns) {
        double elapsed = 0;
        for (Turn turn : turns) {
            String role = turn.speaker() == Speaker.CANDIDATE ? "user" : "agent";
            conversation.add(Line.said(role, turn.message(), (int) elapsed));
            elapsed += Line.secondsToSay(turn.message());
        }
    }

    private Future<JsonObject> end(RoutingContext context) {
        Conversation conversation = inProgress(context);
        JsonObject body = Control.body(context);
        if (body.containsKey("duration_seconds")) {
            conversations.end(conversation, HUNG_UP, duration(body));
        } else {
            conversations.end(conversation, HUNG_UP);
        }
        return answer(conversation);
    }

    private static int duration(JsonObject body) {
        if (body.getValue("duration_seconds") instanceof Integer seconds && seconds > 0 && seconds <= LONGEST_SECONDS) {
            return seconds;
        }
        throw ControlProblem.badInput("duration_seconds", "must be a whole number from 1 to " + LONGEST_SECONDS);
    }

    private Future<JsonObject> fail(RoutingContext context) {
        Conversation conversation = inProgress(context);
        JsonObject body = Control.body(context);
        conversations.fail(conversation, body.containsKey("reason") ? Control.text(body, "reason") : "simulated");
        return answer(conversation);
    }

    private Conversation inProgress(RoutingContext context) {
        Conversation conversation = conversations
                .find(context.pathParam("id"))
                .orElseThrow(() -> ControlProblem.notFound("conversation_id", "is not known"));
        if (!conversation.isInProgress()) {
            throw ControlProblem.badInput("conversation_id", "is not in progress");
        }
        return conversation;
    }

    private Conversation named(JsonObject body, String agentId) {
        String id = Control.text(body, "conversation_id");
        if (!id.matches("conv_[a-zA-Z0-9]+")) {
            throw ControlProblem.badInput("conversation_id", "must look like conv_ and letters or digits");
        }
        Conversation conversation = conversations.find(id).orElseGet(() -> conversations.add(id, agentId, "public"));
        if (!conversation.agentId().equals(agentId)) {
            throw ControlProblem.badInput("agent_id", "is not the agent of this conversation");
        }
        if (!conversation.isNew()) {
            throw ControlProblem.badInput("conversation_id", "has been started before");
        }
        return conversation;
    }

    private static JsonObject variables(JsonObject body) {
        if (!(body.getValue("dynamic_variables", new JsonObject()) instanceof JsonObject variables)) {
            throw ControlProblem.badInput("dynamic_variables", "must be a JSON object");
        }
        variables.forEach(entry -> {
            if (!Initiation.isVariable(entry.getKey(), entry.getValue())) {
                throw ControlProblem.badInput(
                        "dynamic_variables." + entry.getKey(), "must be a string, number or boolean of your own");
            }
        });
        return variables;
    }

    private static Optional<List<Turn>> turns(JsonObject body) {
        if (!body.containsKey("script")) {
            return Optional.empty();
        }
        if (!(body.getValue("script") instanceof JsonArray given)) {
            throw ControlProblem.badInput("script", "must be a list");
        }
        return Optional.of(given.stream().map(ConversationControlResource::turn).toList());
    }

    private static Turn turn(Object given) {
        if (given instanceof JsonObject line
                && List.of("user", "agent").contains(String.valueOf(line.getValue("role")))) {
            Speaker speaker = line.getString("role").equals("user") ? Speaker.CANDIDATE : Speaker.INTERVIEWER;
            return new Turn(speaker, Control.text(line, "message"));
        }
        throw ControlProblem.badInput("script", "must hold turns with role user or agent, and message");
    }

    private static Future<JsonObject> answer(Conversation conversation) {
        return Future.succeededFuture(new JsonObject()
                .put("conversation_id", conversation.id())
                .put("status", conversation.status().wireName()));
    }
}
