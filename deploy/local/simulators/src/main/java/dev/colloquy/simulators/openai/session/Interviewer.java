package dev.colloquy.simulators.openai.session;

import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.script.Turn.Speaker;
import dev.colloquy.simulators.script.Wording;
import java.util.List;

/** Asks what the script asks, once more after a short answer, and closes. The same seed asks in the same words. */
final class Interviewer {

    private static final int SHORT_ANSWER_WORDS = 6;
    private static final List<String> FOLLOW_UPS = List.of(
            "Could you tell me a little more about that?",
            "Can you give me an example?",
            "What was your own part in it?");

    private final List<String> questions;
    private final String closing;
    private final Wording wording;
    private int asked;
    private boolean followedUp;

    Interviewer(InterviewScript script) {
        this.questions = script.lines(Speaker.INTERVIEWER);
        this.closing = script.closing();
        this.wording = new Wording(script.seed());
    }

    /** What is said next; {@code last} when the interview is over with it. */
    record Reply(String words, boolean last) {}

    Reply reply(String answer) {
        if (isShort(answer) && !followedUp && asked > 0 && asked <= questions.size()) {
            followedUp = true;
            return new Reply(wording.of(FOLLOW_UPS), false);
        }
        followedUp = false;
        asked++;
        return asked <= questions.size()
                ? new Reply(questions.get(asked - 1), false)
                : new Reply(closing, asked == questions.size() + 1);
    }

    private static boolean isShort(String answer) {
        return answer.strip().split("\\s+", -1).length < SHORT_ANSWER_WORDS;
    }
}
