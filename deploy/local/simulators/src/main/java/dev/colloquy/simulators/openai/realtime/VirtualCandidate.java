package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.session.Listener;
import dev.colloquy.simulators.openai.session.Session;
import dev.colloquy.simulators.runtime.SimulatedTime;
import dev.colloquy.simulators.script.Turn.Speaker;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * Answers as the script says wherever a call carries no sound. Asked more than the script foresees, the candidate has
 * nothing to add, until the interviewer says goodbye.
 */
final class VirtualCandidate implements Listener {

    private static final short NORMAL_CLOSE = 1000;
    private static final int MILLISECONDS_PER_WORD = 20;
    private static final String BEYOND_THE_SCRIPT = "I have nothing to add to that.";

    private final Session session;
    private final SimulatedTime time;
    private final Duration pause;
    private int answered;
    private boolean dismissed;
    private boolean gone;

    VirtualCandidate(Session session, SimulatedTime time, Duration pause) {
        this.session = session;
        this.time = time;
        this.pause = pause;
    }

    void askForGreeting() {
        session.receive(this, new JsonObject().put("type", "response.create").encode());
    }

    @Override
    public void send(JsonObject event) {
        switch (event.getString("type")) {
            case "response.output_audio_transcript.done" ->
                dismissed =
                        event.getString("transcript").equals(session.script().closing());
            case "output_audio_buffer.stopped" -> takeTurn();
            default -> {}
        }
    }

    private void takeTurn() {
        List<String> answers = session.script().lines(Speaker.CANDIDATE);
        if (answered >= answers.size() && session.script().candidateLeaves()) {
            time.after(pause, () -> session.end(NORMAL_CLOSE, ""));
        } else if (!answers.isEmpty() && !dismissed) {
            String answer = answered < answers.size() ? answers.get(answered) : BEYOND_THE_SCRIPT;
            answered++;
            time.after(pause, () -> answer(answer));
        }
    }

    @Override
    public void close(short code, String reason) {
        gone = true;
    }

    @Override
    public void cutOff() {
        gone = true;
    }

    private void answer(String words) {
        if (!gone) {
            int count = words.split(" ", -1).length;
            session.candidateSays(words, pause, Duration.ofMillis((long) MILLISECONDS_PER_WORD * count));
        }
    }
}
