package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.session.Interviewer.Reply;
import dev.colloquy.simulators.openai.session.SpokenResponse.Form;
import dev.colloquy.simulators.openai.session.SpokenResponse.Wish;
import dev.colloquy.simulators.runtime.SimulatedTime;
import dev.colloquy.simulators.speech.Sound;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one response that may be under way, and its sound, which is heard for longer. */
final class ModelVoice {

    private final Items items;
    private final Line line;
    private final SimulatedTime time;
    private final Consumer<JsonObject> tell;
    private final Runnable afterResponse;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private @Nullable SpokenResponse response;
    private @Nullable SpokenResponse audible;
    private boolean allHeard;
    private boolean spoken;
    private @Nullable Long timer;

    ModelVoice(Items items, Line line, SimulatedTime time, Consumer<JsonObject> tell, Runnable afterResponse) {
        this.items = items;
        this.line = line;
        this.time = time;
        this.tell = tell;
        this.afterResponse = afterResponse;
    }

    boolean isResponding() {
        return response != null;
    }

    /** Whether there is sound of the model in the conversation. */
    boolean hasSpoken() {
        return spoken;
    }

    void say(Reply reply, Wish wish) {
        Form form = !wish.aloud() ? Form.TEXT : line.carriesSoundInEvents() ? Form.SOUND : Form.CALL;
        SpokenResponse begun = new SpokenResponse(items, form, wish.metadata());
        response = begun;
        spoken = spoken || wish.aloud();
        tell.accept(begun.created());
        line.voice(wish.aloud() ? reply.words() : "").onSuccess(sound -> {
            if (response == begun) {
                ahead.addAll(begun.steps(reply, sound, wish.endingTool()));
                next(sound);
            }
        });
    }

    /** Ends the response; what can be heard of it already is heard to its end. False if there was none. */
    boolean cancel() {
        boolean cancelled = breakOff("client_cancelled");
        if (cancelled) {
            tellWhenHeard();
        }
        return cancelled;
    }

    /** Ends the response and falls silent. */
    void interrupt() {
        breakOff("turn_detected");
        clear();
    }

    private boolean breakOff(String reason) {
        SpokenResponse broken = response;
        if (broken == null) {
            return false;
        }
        List<Step> rest = List.copyOf(ahead);
        stop();
        broken.brokenOff(rest, reason).forEach(tell);
        afterResponse.run();
        return true;
    }

    /** Takes back what has not been heard yet. */
    void clear() {
        SpokenResponse playing = audible;
        if (playing != null) {
            audible = null;
            int heard = line.silence();
            tell.accept(playing.buffer("cleared"));
            tell.accept(playing.truncated(heard));
        }
    }

    void stop() {
        ahead.clear();
        response = null;
        if (timer != null) {
            time.cancel(timer);
        }
        timer = null;
    }

    private void next(Sound sound) {
        @Nullable Step step = ahead.peekFirst();
        if (step != null) {
            timer = time.after(step.pause(), () -> perform(sound));
        }
    }

    private void perform(Sound sound) {
        JsonObject event = ahead.removeFirst().event().get();
        tell.accept(event);
        switch (event.getString("type")) {
            case "output_audio_buffer.started" -> play(sound);
            case "response.done" -> finish();
            default -> next(sound);
        }
    }

    private void play(Sound sound) {
        SpokenResponse playing = response;
        audible = playing;
        allHeard = false;
        next(sound);
        line.play(sound, () -> heard(playing));
    }

    private void heard(@Nullable SpokenResponse played) {
        if (audible == played) {
            allHeard = true;
            tellWhenHeard();
        }
    }

    private void finish() {
        stop();
        afterResponse.run();
        tellWhenHeard();
    }

    private void tellWhenHeard() {
        SpokenResponse played = audible;
        if (allHeard && played != null && response == null) {
            audible = null;
            tell.accept(played.buffer("stopped"));
        }
    }
}
