package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.script.Turn;
import dev.colloquy.simulators.script.Turn.Speaker;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The script as realtime events. What the candidate said is transcribed late: its text comes after the model's answer to
 * it, and only if the session asks for transcription. Audio times follow from the pauses.
 */
final class ScriptedTurns {

    private static final int SPEECH_MS_PER_WORD = 20;

    private final Items items;
    private final Duration pause;
    private final boolean transcribes;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Heard untranscribed;

    private ScriptedTurns(Items items, Duration pause, boolean transcribes) {
        this.items = items;
        this.pause = pause;
        this.transcribes = transcribes;
    }

    private record Heard(String itemId, String message, Duration speech) {}

    static List<Step> of(
            InterviewScript script, Items items, Duration pause, boolean transcribes, Optional<String> endingTool) {
        ScriptedTurns turns = new ScriptedTurns(items, pause, transcribes);
        script.turns().forEach(turns::add);
        turns.interviewer(script.closing());
        endingTool.ifPresent(tool -> turns.steps.addAll(SpokenResponse.calling(tool, items)));
        return turns.steps;
    }

    private void add(Turn turn) {
        if (turn.speaker() == Speaker.INTERVIEWER) {
            interviewer(turn.message());
        } else {
            candidate(turn.message());
        }
    }

    private void interviewer(String message) {
        List<Step> spoken = SpokenResponse.saying(message, items);
        steps.add(new Step(
                steps.isEmpty() ? Duration.ZERO : pause, spoken.getFirst().event()));
        steps.addAll(spoken.subList(1, spoken.size()));
        transcribeWhatWasHeard();
    }

    private void candidate(String message) {
        String itemId = items.newId("item_");
        Duration speech = Duration.ofMillis((long) SPEECH_MS_PER_WORD * message.split(" ", -1).length);
        Duration start = elapsed().plus(pause);
        JsonObject item = items.heard(itemId);
        steps.add(new Step(
                pause,
                () -> items.event("input_audio_buffer.speech_started")
                        .put("audio_start_ms", start.toMillis())
                        .put("item_id", itemId)));
        steps.add(new Step(
                speech,
                () -> items.event("input_audio_buffer.speech_stopped")
                        .put("audio_end_ms", start.plus(speech).toMillis())
                        .put("item_id", itemId)));
        steps.add(new Step(Duration.ZERO, () -> items.committed(itemId)));
        steps.add(new Step(Duration.ZERO, () -> items.added(item)));
        steps.add(new Step(Duration.ZERO, () -> items.done(item)));
        untranscribed = new Heard(itemId, message, speech);
    }

    private void transcribeWhatWasHeard() {
        Heard heard = untranscribed;
        untranscribed = null;
        if (heard == null || !transcribes) {
            return;
        }
        String prefix = "conversation.item.input_audio_transcription.";
        steps.add(new Step(
                Duration.ZERO, () -> transcription(prefix + "delta", heard).put("delta", heard.message())));
        steps.add(new Step(
                Duration.ZERO,
                () -> transcription(prefix + "completed", heard)
                        .put("transcript", heard.message())
                        .put(
                                "usage",
                                new JsonObject()
                                        .put("type", "duration")
                                        .put("seconds", heard.speech().toMillis() / 1000.0))));
    }

    private JsonObject transcription(String type, Heard heard) {
        return items.event(type).put("item_id", heard.itemId()).put("content_index", 0);
    }

    private Duration elapsed() {
        return steps.stream().map(Step::pause).reduce(Duration.ZERO, Duration::plus);
    }
}
