package dev.colloquy.simulators.openai.realtime;

import dev.colloquy.simulators.openai.session.Listener;
import dev.colloquy.simulators.openai.session.Session;
import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.script.Turn;
import dev.colloquy.simulators.script.Turn.Speaker;
import dev.colloquy.simulators.stage.Stage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Iterator;

/** Answers as the script says wherever a call carries no sound. */
final class VirtualCandidate implements Listener {

    private static final short NORMAL_CLOSE = 1000;
    private static final int MILLISECONDS_PER_WORD = 20;

    private final Session session;
    private final Stage stage;
    private final Duration pause;
    private final Iterator<String> answers;
    private final boolean leaves;
    private boolean gone;

    VirtualCandidate(Session session, InterviewScript script, Stage stage, Duration pause) {
        this.session = session;
        this.stage = stage;
        this.pause = pause;
        this.leaves = script.candidateLeaves();
        this.answers = script.turns().stream()
                .filter(turn -> turn.speaker() == Speaker.CANDIDATE)
                .map(Turn::message)
                .iterator();
    }

    @Override
    public void send(JsonObject event) {
        boolean hisTurn = event.getString("type").equals("output_audio_buffer.stopped");
        if (hisTurn && answers.hasNext()) {
            stage.time().after(pause, () -> answer(answers.next()));
        } else if (hisTurn && leaves) {
            stage.time().after(pause, () -> session.end(NORMAL_CLOSE, ""));
        }
    }

    @Override
    public void close(short code, String reason) {
        gone = true;
    }

    private void answer(String words) {
        if (!gone) {
            int count = words.split(" ", -1).length;
            session.candidateSays(words, pause, Duration.ofMillis((long) MILLISECONDS_PER_WORD * count));
        }
    }
}
