package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.peer.CallPeer;
import dev.colloquy.simulators.openai.peer.SessionDescription;
import dev.colloquy.simulators.openai.realtime.Call.Sideband;
import dev.colloquy.simulators.runtime.Stage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The calls that are on. A call ends by hang-up or after OpenAI's 60 minutes. */
public final class Calls {

    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final short NORMAL_CLOSE = 1000;
    private static final short GOING_AWAY = 1001;

    private final Stage stage;
    private final Duration pause;
    private final CallPeer.Factory peers;
    private final Map<String, Call> byId = new HashMap<>();
    private final Map<String, Performance> performances = new HashMap<>();

    public Calls(Stage stage, Duration pause, CallPeer.Factory peers) {
        this.stage = stage;
        this.pause = pause;
        this.peers = peers;
    }

    Call open(SessionDescription offer, JsonObject session) {
        JsonObject complete =
                Sessions.complete(session, stage.ids(), stage.time().now().plus(LONGEST));
        Call call = new Call(stage.ids().next("rtc_", 24), complete, peers.open(offer));
        byId.put(call.id(), call);
        performances.put(call.id(), new Performance(call, stage, pause));
        stage.time().after(LONGEST, () -> expire(call));
        return call;
    }

    Call get(String id) {
        Call call = byId.get(id);
        if (call == null) {
            throw OpenAiError.notFound("No call found with id '" + id + "'.");
        }
        return call;
    }

    void hangUp(Call call) {
        end(call, NORMAL_CLOSE, "");
    }

    /** The first sideband to come starts the interview; one that comes later hears the rest. */
    void attach(Call call, Sideband sideband) {
        call.attach(sideband);
        sideband.send(event("session.created").put("session", call.session()));
        performance(call).startSoon();
    }

    /** What a sideband says to the session. */
    void receive(Call call, Sideband from, JsonObject event) {
        stage.journal().received(Provider.OPENAI, "sideband " + call.id(), event);
        switch (event.getString("type", "")) {
            case "session.update" -> {
                call.update(Sessions.check(event.getJsonObject("session", new JsonObject()), "session"));
                from.send(event("session.updated").put("session", call.session()));
            }
            case "response.create" -> performance(call).respond(from);
            case "conversation.item.create" -> performance(call).append(event.getJsonObject("item", new JsonObject()));
            case "input_audio_buffer.clear", "output_audio_buffer.clear", "response.cancel" -> {}
            default ->
                throw OpenAiError.badRequest(
                        "type", "invalid_value", "Invalid value: '" + event.getString("type") + "' for 'type'.");
        }
    }

    JsonObject event(String type) {
        return new JsonObject().put("type", type).put("event_id", stage.ids().next("event_", 21));
    }

    private Performance performance(Call call) {
        Performance performance = performances.get(call.id());
        if (performance == null) {
            throw OpenAiError.notFound("No call found with id '" + call.id() + "'.");
        }
        return performance;
    }

    private void expire(Call call) {
        if (byId.containsKey(call.id())) {
            String message = "Your session hit the maximum duration of 60 minutes.";
            JsonObject error = new JsonObject()
                    .put("type", "invalid_request_error")
                    .put("code", "session_expired")
                    .put("message", message);
            call.toAll(sideband -> sideband.send(event("error").put("error", error)));
            end(call, GOING_AWAY, message);
        }
    }

    private void end(Call call, short code, String reason) {
        byId.remove(call.id());
        Performance performance = performances.remove(call.id());
        if (performance != null) {
            performance.stop();
        }
        call.peer().close();
        call.toAll(sideband -> sideband.close(code, reason));
    }
}
