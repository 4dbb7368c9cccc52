package dev.colloquy.local.demo;

import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** A signed-in candidate practises over ElevenLabs; the browser saves the end before any webhook has arrived. */
final class PracticeInterview {

    private static final String AGENT = "agent_practice";

    private final StackAddress stack;
    private final Web web;
    private final Steps steps;
    private final String session;

    PracticeInterview(StackAddress stack, Web web, Steps steps) {
        this.stack = stack;
        this.web = web;
        this.steps = steps;
        this.session = UUID.randomUUID().toString();
    }

    /** Plays it; answers where its results are. */
    String play() {
        steps.title("A practice interview over ElevenLabs");
        var me = steps.step("the candidate signs in", this::signIn);
        var conversation = steps.step("a conversation is held", this::converse);
        steps.step("the browser saves the end before any webhook", () -> save(me));
        steps.step("the session waits for the webhook", () -> check(bySession(me), "ended_pending_webhook"));
        steps.step("ElevenLabs ends the conversation", () -> hangUp(conversation));
        var linked = steps.await(
                "the signed webhook is linked to the session",
                () -> bySession(me),
                state -> "completed".equals(state.getString("status")));
        var interview = linked.getString("interviewId");
        var results = steps.await(
                "the report is there",
                () -> web.get(stack.edge() + "/api/interviews/" + interview + "/results", me),
                Results::areComplete);
        steps.step("the results hold the turns and verified quotes", () -> Results.verify(results, false));
        return Results.link(stack, interview);
    }

    private String signIn() {
        return new Bearers(stack, web).ofUser("candidate@acme");
    }

    private String converse() {
        var call = new JsonObject()
                .put("agent_id", AGENT)
                .put("dynamic_variables", new JsonObject().put("client_session_id", session));
        return web.post(stack.simulators() + "/control/elevenlabs/conversations", null, call)
                .getString("conversation_id");
    }

    private JsonObject save(String bearer) {
        var end = new JsonObject()
                .put("client_session_id", session)
                .put("ended_by", "user")
                .put("agent_id", AGENT);
        return web.post(stack.edge() + "/api/save-interview", bearer, end);
    }

    private JsonObject bySession(String bearer) {
        return web.get(stack.edge() + "/api/interviews/by-session/" + session, bearer);
    }

    private JsonObject check(JsonObject state, String status) {
        steps.check(status.equals(state.getString("status")), "Not %s: %s", status, state);
        steps.check(state.getValue("interviewId") == null, "The interview id is known too early: %s", state);
        return state;
    }

    private JsonObject hangUp(String conversation) {
        return web.post(
                stack.simulators() + "/control/elevenlabs/conversations/" + conversation + "/end",
                null,
                new JsonObject());
    }
}
