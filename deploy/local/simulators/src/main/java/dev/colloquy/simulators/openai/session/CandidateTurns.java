package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.session.SessionConfig.TurnDetection;
import dev.colloquy.simulators.runtime.SimulatedTime;
import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.script.Turn.Speaker;
import dev.colloquy.simulators.speech.EnergyGate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What comes from the candidate. Nobody recognises speech here: the n-th thing said is transcribed as the candidate's
 * n-th line of the script, unless it was told before what will be said.
 */
final class CandidateTurns {

    private static final int SHORTEST_COMMIT_MILLISECONDS = 100;
    private static final String BEYOND_THE_SCRIPT = "I have nothing to add to that.";

    private final Items items;
    private final SessionConfig config;
    private final Consumer<JsonObject> tell;
    private final SimulatedTime time;
    private final Supplier<InterviewScript> script;
    private final EnergyGate gate = new EnergyGate();
    private final Deque<Words> announced = new ArrayDeque<>();
    private final Deque<Heard> untranscribed = new ArrayDeque<>();
    private @Nullable Iterator<String> lines;
    private String lastAnswer = "";
    private long position;
    private long uncommittedFrom;
    private @Nullable String speaking;

    /** The script is asked for when the candidate first says something. */
    CandidateTurns(
            Items items,
            SessionConfig config,
            Supplier<InterviewScript> script,
            SimulatedTime time,
            Consumer<JsonObject> tell) {
        this.items = items;
        this.config = config;
        this.script = script;
        this.time = time;
        this.tell = tell;
    }

    /**
     * What somebody says.
     *
     * @param isClear or else nobody can write it down
     */
    record Words(String text, boolean isClear) {}

    private record Heard(JsonObject item, Words words, double seconds) {}

    EnergyGate.Change heard(double loudness, int milliseconds) {
        position += milliseconds;
        Optional<TurnDetection> detection = config.turnDetection();
        return detection
                .map(turns -> gate.hear(loudness, milliseconds, turns.threshold(), turns.silenceMilliseconds()))
                .orElse(EnergyGate.Change.NONE);
    }

    /** What the next utterance will be. */
    void announce(Words words) {
        announced.add(words);
    }

    String lastAnswer() {
        return lastAnswer;
    }

    long position() {
        return position;
    }

    void elapse(long milliseconds) {
        position += milliseconds;
    }

    void started() {
        speaking = items.newId("item_");
        int prefix =
                config.turnDetection().map(TurnDetection::prefixMilliseconds).orElse(0);
        uncommittedFrom = Math.max(uncommittedFrom, position - prefix);
        tell.accept(items.event("input_audio_buffer.speech_started")
                .put("audio_start_ms", uncommittedFrom)
                .put("item_id", speaking));
    }

    void stopped() {
        tell.accept(items.event("input_audio_buffer.speech_stopped")
                .put("audio_end_ms", position)
                .put("item_id", speaking));
        commit();
    }

    void commitByHand() {
        if (position - uncommittedFrom < SHORTEST_COMMIT_MILLISECONDS) {
            throw OpenAiError.badRequest(
                    null,
                    "input_audio_buffer_commit_empty",
                    "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but"
                            + " buffer only has " + (position - uncommittedFrom) + "ms of audio.");
        }
        commit();
    }

    void clear() {
        gate.reset();
        speaking = null;
        uncommittedFrom = position;
        tell.accept(items.event("input_audio_buffer.cleared"));
    }

    void typed(JsonObject item) {
        StringBuilder words = new StringBuilder();
        for (Object part : item.getJsonArray("content", new JsonArray())) {
            words.append(((JsonObject) part).getString("text", "")).append(' ');
        }
        lastAnswer = words.toString();
    }

    /** The texts of what was heard; they come when the model has answered already. */
    void transcribe() {
        for (Heard heard = untranscribed.poll(); heard != null; heard = untranscribed.poll()) {
            Optional<OpenAiError> failure = failure(heard);
            if (failure.isPresent()) {
                tell.accept(transcription("failed", heard)
                        .put("error", failure.get().view()));
            } else {
                complete(heard);
            }
        }
    }

    private void complete(Heard heard) {
        String text = heard.words().text();
        heard.item().getJsonArray("content").getJsonObject(0).put("transcript", text);
        tell.accept(transcription("delta", heard).put("delta", text));
        JsonObject usage = new JsonObject().put("type", "duration").put("seconds", heard.seconds());
        tell.accept(transcription("completed", heard).put("transcript", text).put("usage", usage));
    }

    /** The conversation goes on without the text: the model has heard the sound itself. */
    private Optional<OpenAiError> failure(Heard heard) {
        String item = heard.item().getString("id");
        return heard.words().isClear()
                ? config.missingTranscriber(time.now())
                : Optional.of(OpenAiError.failed(500, "Input transcription failed for item '" + item + "'."));
    }

    private void commit() {
        String id = speaking == null ? items.newId("item_") : speaking;
        double seconds = (position - uncommittedFrom) / 1000.0;
        speaking = null;
        uncommittedFrom = position;
        JsonObject audio = new JsonObject().put("type", "input_audio").putNull("transcript");
        JsonObject item = Items.message(id, "user", "completed", JsonArray.of(audio));
        tell.accept(items.committed(id));
        tell.accept(items.added(item));
        tell.accept(items.done(item));
        Words words = nextWords();
        lastAnswer = words.text();
        if (config.transcribesTheCandidate()) {
            untranscribed.add(new Heard(item, words, seconds));
        }
    }

    private Words nextWords() {
        if (lines == null) {
            lines = script.get().lines(Speaker.CANDIDATE).iterator();
        }
        @Nullable Words told = announced.poll();
        String scripted = lines.hasNext() ? lines.next() : BEYOND_THE_SCRIPT;
        return told == null ? new Words(scripted, true) : told;
    }

    private JsonObject transcription(String what, Heard heard) {
        return items.event("conversation.item.input_audio_transcription." + what)
                .put("item_id", heard.item().getString("id"))
                .put("content_index", 0);
    }
}
