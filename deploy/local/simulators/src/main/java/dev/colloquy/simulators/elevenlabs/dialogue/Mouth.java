package dev.colloquy.simulators.elevenlabs.dialogue;

import dev.colloquy.simulators.elevenlabs.conversations.Conversation;
import dev.colloquy.simulators.elevenlabs.conversations.Line;
import dev.colloquy.simulators.runtime.SimulatedTime;
import dev.colloquy.simulators.speech.Sound;
import dev.colloquy.simulators.speech.Speech;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says the agent's words, in audio or as typed pieces, and knows how much of them has been heard so far. */
final class Mouth {

    private static final int MILLISECONDS_PER_EVENT = 500;

    private final Conversation conversation;
    private final boolean textOnly;
    private final SimulatedTime time;
    private final Speech speech;
    private final Consumer<JsonObject> out;
    private String words = "";
    private int eventId;
    private Instant began = Instant.EPOCH;
    private Duration length = Duration.ZERO;

    Mouth(Conversation conversation, boolean textOnly, Stage stage, Consumer<JsonObject> out) {
        this.conversation = conversation;
        this.textOnly = textOnly;
        this.time = stage.time();
        this.speech = stage.speech();
        this.out = out;
    }

    /** Answers how long it takes to say this, when that is known. */
    Future<Duration> say(String text, int id) {
        words = text;
        eventId = id;
        length = Duration.ZERO;
        conversation.add(Line.said("agent", text, conversation.secondsAt(time.now())));
        if (textOnly) {
            return Future.succeededFuture(type());
        }
        out.accept(AgentEvent.agentResponse(words, eventId));
        return speech.say(text).map(sound -> speak(sound, id));
    }

    private Duration type() {
        out.accept(AgentEvent.chatPart("start", "", eventId));
        out.accept(AgentEvent.chatPart("delta", words, eventId));
        out.accept(AgentEvent.chatPart("stop", "", eventId));
        out.accept(AgentEvent.agentResponse(words, eventId));
        return Duration.ZERO;
    }

    private Duration speak(Sound sound, int id) {
        began = time.now();
        length = sound.duration();
        for (int from = 0; from < length.toMillis(); from += MILLISECONDS_PER_EVENT) {
            out.accept(AgentEvent.audio(sound.part(from, MILLISECONDS_PER_EVENT), id));
        }
        return length;
    }

    /** Stops if it is speaking: the client hears what was said of the sentence, and so does the transcript. */
    void interrupt() {
        Duration elapsed = Duration.between(began, time.now());
        Duration needed = time.scaled(length);
        if (elapsed.compareTo(needed) >= 0) {
            return;
        }
        String heard = heard((double) elapsed.toMillis() / needed.toMillis());
        out.accept(AgentEvent.interruption(eventId));
        out.accept(AgentEvent.correction(words, heard, eventId));
        conversation.interruptLast(heard);
        length = Duration.ZERO;
    }

    private String heard(double share) {
        String[] all = words.split("\\s+", -1);
        return Arrays.stream(all).limit((long) (all.length * share)).collect(Collectors.joining(" ", "", "..."));
    }
}
