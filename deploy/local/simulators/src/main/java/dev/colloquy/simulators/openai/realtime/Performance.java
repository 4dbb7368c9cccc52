package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.openai.realtime.Call.Sideband;
import dev.colloquy.simulators.runtime.Stage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays the scripted interview to everybody who listens on a call. */
final class Performance {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Call call;
    private final Stage stage;
    private final Duration pause;
    private final Items items;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private boolean begun;
    private boolean stopped;
    private boolean responding;
    private @Nullable Long timer;

    Performance(Call call, Stage stage, Duration pause) {
        this.call = call;
        this.stage = stage;
        this.pause = pause;
        this.items = new Items(stage.ids());
    }

    /** Starts by itself if nobody asks for the greeting within a second. */
    void startSoon() {
        if (!begun && timer == null) {
            timer = stage.time().after(PATIENCE, this::begin);
        }
    }

    /** A {@code response.create}: the first one starts the interview, one after its end gets the closing words again. */
    void respond(Sideband asking) {
        if (!begun) {
            begin();
        } else if (responding) {
            JsonObject error = new JsonObject()
                    .put("type", "invalid_request_error")
                    .put("code", "conversation_already_has_active_response")
                    .put("message", "Conversation already has an active response in progress.");
            asking.send(items.event("error").put("error", error));
        } else if (ahead.isEmpty()) {
            play(SpokenResponse.saying(stage.script().closing(), items));
        }
    }

    /** An item from a sideband joins the conversation. */
    void append(JsonObject item) {
        JsonObject complete = item.copy().put("object", "realtime.item").put("status", "completed");
        if (!complete.containsKey("id")) {
            complete.put("id", items.newId("item_"));
        }
        tell(items.added(complete));
        tell(items.done(complete));
    }

    void stop() {
        stopped = true;
        cancelTimer();
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        cancelTimer();
        play(ScriptedTurns.of(stage.script(), items, pause, call.transcribesTheCandidate(), call.endingTool()));
    }

    private void play(List<Step> steps) {
        ahead.addAll(steps);
        next();
    }

    private void next() {
        @Nullable Step step = ahead.peekFirst();
        if (step != null && !stopped) {
            timer = stage.time().after(step.pause(), this::perform);
        }
    }

    private void perform() {
        Step step = ahead.removeFirst();
        JsonObject event = step.event().get();
        String type = event.getString("type");
        responding = type.equals("response.created") || (responding && !type.equals("response.done"));
        tell(event);
        next();
    }

    private void tell(JsonObject event) {
        if (!event.getString("type").endsWith(".delta")) {
            stage.journal().sent(Provider.OPENAI, "sideband " + call.id(), event);
        }
        call.toAll(sideband -> sideband.send(event));
    }

    private void cancelTimer() {
        if (timer != null) {
            stage.time().cancel(timer);
        }
        timer = null;
    }
}
