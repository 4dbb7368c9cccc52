package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.journal.Provider;
import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.session.CandidateTurns.Words;
import dev.colloquy.simulators.openai.session.SessionConfig.TurnDetection;
import dev.colloquy.simulators.openai.session.SpokenResponse.Wish;
import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One realtime session. Everybody who listens hears every event; everybody may speak to it. */
public final class Session {

    /** Sessions end by themselves after 60 minutes. */
    public static final Duration LONGEST = Duration.ofMinutes(60);

    private static final Duration TRANSCRIPTION_LAG = Duration.ofSeconds(1);
    private static final short GOING_AWAY = 1001;

    private final String kind;
    private final String id;
    private final Stage stage;
    private final SessionConfig config;
    private final Runnable onEnd;
    private final Items items;
    private final CandidateTurns candidate;
    private final ModelVoice voice;
    private final ClientEvents clientEvents;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final long expiry;
    private @Nullable InterviewScript script;
    private @Nullable Interviewer interviewer;
    private boolean ended;

    /**
     * Begins.
     *
     * @param kind with the id, how the journal shall call it
     */
    public Session(String kind, String id, JsonObject given, Stage stage, Line line, Runnable onEnd) {
        this.kind = kind;
        this.id = id;
        this.stage = stage;
        this.onEnd = onEnd;
        this.config =
                SessionConfig.complete(given, stage.ids(), stage.time().now().plus(LONGEST));
        this.items = new Items(stage.ids());
        this.candidate = new CandidateTurns(items, config, this::script, stage.time(), this::tell);
        this.voice = new ModelVoice(items, line, stage.time(), this::tell, candidate::transcribe);
        this.clientEvents = new ClientEvents(this, items, candidate, voice);
        this.expiry = stage.time().after(LONGEST, this::expire);
    }

    public JsonObject view() {
        return config.view();
    }

    /** What is played: settled when somebody first speaks, so that it can be chosen once the call's id is known. */
    public InterviewScript script() {
        if (script == null) {
            script = stage.scripts().of(id, config.group());
        }
        return script;
    }

    public void attach(Listener listener) {
        listeners.add(listener);
        listener.send(items.event("session.created").put("session", view()));
    }

    public void detach(Listener listener) {
        listeners.remove(listener);
    }

    /** What a listener says; what cannot be done is told to it alone. */
    public void receive(Listener from, String text) {
        @Nullable JsonObject event = null;
        try {
            event = from.understood(new JsonObject(text));
            if (!event.getString("type", "").equals("input_audio_buffer.append")) {
                stage.journal().received(Provider.OPENAI, name(), event);
            }
            clientEvents.receive(event);
        } catch (OpenAiError refused) {
            refuse(from, refused, event);
        } catch (DecodeException | ClassCastException unreadable) {
            refuse(from, OpenAiError.badRequest(null, "invalid_json", "The event could not be read."), event);
        }
    }

    /** So much more sound of the candidate, of this loudness. */
    public void hear(double loudness, int milliseconds) {
        switch (candidate.heard(loudness, milliseconds)) {
            case STARTED -> candidateSpeaks();
            case STOPPED -> candidateIsSilent();
            case NONE -> {}
        }
    }

    /** A candidate without a microphone was silent for so long, then says the words. */
    public void candidateSays(String words, Duration silence, Duration speech) {
        candidate.announce(new Words(words, true));
        candidate.elapse(silence.toMillis());
        candidateSpeaks();
        stage.time().after(speech, () -> {
            candidate.elapse(speech.toMillis());
            candidateIsSilent();
        });
    }

    /** What the candidate's next spoken words will be, and whether they can be transcribed. */
    public void announce(String words, boolean clear) {
        candidate.announce(new Words(words, clear));
    }

    public long heardMilliseconds() {
        return candidate.position();
    }

    public void end(short code, String reason) {
        end(listener -> listener.close(code, reason));
    }

    /** Ends as if the connection were lost: nobody is told anything. */
    public void lose() {
        end(Listener::cutOff);
    }

    private void end(Consumer<Listener> farewell) {
        if (!ended) {
            ended = true;
            stage.time().cancel(expiry);
            voice.stop();
            toAll(farewell);
            onEnd.run();
        }
    }

    void update(JsonObject changes) {
        config.update(changes, voice.hasSpoken());
        tell(items.event("session.updated").put("session", view()));
    }

    void respond(JsonObject options) {
        if (voice.isResponding()) {
            throw OpenAiError.badRequest(
                    null,
                    "conversation_already_has_active_response",
                    "Conversation already has an active response in progress.");
        }
        if (interviewer == null) {
            interviewer = new Interviewer(script());
        }
        Interviewer.Reply reply = interviewer.reply(candidate.lastAnswer());
        voice.say(reply, wish(options, reply.last()));
    }

    private String name() {
        return kind + " " + id;
    }

    private Wish wish(JsonObject options, boolean last) {
        JsonArray modalities = options.getJsonArray("output_modalities");
        return new Wish(
                modalities == null ? config.speaks() : modalities.contains("audio"),
                options.getJsonObject("metadata", new JsonObject()),
                last ? config.endingTool() : Optional.empty());
    }

    void tell(JsonObject event) {
        if (ended) {
            return;
        }
        if (!event.getString("type").endsWith(".delta")) {
            stage.journal().sent(Provider.OPENAI, name(), event);
        }
        toAll(listener -> listener.send(event));
    }

    void transcribeSoon() {
        stage.time().after(TRANSCRIPTION_LAG, () -> {
            if (!voice.isResponding()) {
                candidate.transcribe();
            }
        });
    }

    private void candidateSpeaks() {
        candidate.started();
        if (config.turnDetection().map(TurnDetection::interrupts).orElse(false)) {
            voice.interrupt();
        }
    }

    private void candidateIsSilent() {
        candidate.stopped();
        if (config.turnDetection().map(TurnDetection::responds).orElse(false) && !voice.isResponding()) {
            respond(new JsonObject());
        } else {
            transcribeSoon();
        }
    }

    private void refuse(Listener from, OpenAiError refused, @Nullable JsonObject event) {
        JsonObject error = refused.view().put("event_id", event == null ? null : event.getValue("event_id"));
        JsonObject told = items.event("error").put("error", error);
        stage.journal().sent(Provider.OPENAI, name(), told);
        from.send(told);
    }

    private void expire() {
        String message = "Your session hit the maximum duration of 60 minutes.";
        JsonObject error = new JsonObject()
                .put("type", "invalid_request_error")
                .put("code", "session_expired")
                .put("message", message);
        tell(items.event("error").put("error", error));
        end(GOING_AWAY, message);
    }

    private void toAll(Consumer<Listener> action) {
        Set.copyOf(listeners).forEach(action);
    }
}
