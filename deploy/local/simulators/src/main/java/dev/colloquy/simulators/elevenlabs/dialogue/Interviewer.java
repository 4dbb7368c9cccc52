package dev.colloquy.simulators.elevenlabs.dialogue;

import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.script.Turn.Speaker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the agent asks next, and what a spoken answer is taken to say, since nobody here understands speech. */
final class Interviewer {

    private static final String UNSCRIPTED = "I have nothing to add to that.";

    private final Deque<String> questions;
    private final Deque<String> answers;
    private final String closing;

    Interviewer(InterviewScript script) {
        this.questions = new ArrayDeque<>(script.lines(Speaker.INTERVIEWER));
        this.answers = new ArrayDeque<>(script.lines(Speaker.CANDIDATE));
        this.closing = script.closing();
    }

    Optional<String> nextQuestion() {
        return Optional.ofNullable(questions.poll());
    }

    /** The first question in other words. */
    void openWith(String firstMessage) {
        questions.poll();
        questions.addFirst(firstMessage);
    }

    String nextAnswer() {
        String answer = answers.poll();
        return answer == null ? UNSCRIPTED : answer;
    }

    String closing() {
        return closing;
    }
}
