package dev.colloquy.simulators.openai.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.simulators.openai.session.Interviewer.Reply;
import dev.colloquy.simulators.script.InterviewScript;
import dev.colloquy.simulators.script.Turn;
import dev.colloquy.simulators.script.Turn.Speaker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InterviewerTest {

    private static final String LONG_ANSWER = "I led a team of four engineers for two years.";
    private static final InterviewScript SCRIPT = new InterviewScript(
            "two-questions",
            List.of(
                    new Turn(Speaker.INTERVIEWER, "What did you build?"),
                    new Turn(Speaker.CANDIDATE, LONG_ANSWER),
                    new Turn(Speaker.INTERVIEWER, "And why?")),
            "Goodbye!",
            false,
            0);

    private final Interviewer interviewer = new Interviewer(SCRIPT);

    @Test
    void asksInOrderAndClosesOnce() {
        assertEquals(new Reply("What did you build?", false), interviewer.reply(""));
        assertEquals(new Reply("And why?", false), interviewer.reply(LONG_ANSWER));
        assertEquals(new Reply("Goodbye!", true), interviewer.reply(LONG_ANSWER));
        assertEquals(new Reply("Goodbye!", false), interviewer.reply(LONG_ANSWER));
    }

    @Test
    void followsUpOnceOnAShortAnswer() {
        interviewer.reply("");
        Reply followUp = interviewer.reply("A shop.");
        assertTrue(!followUp.words().equals("And why?") && followUp.words().endsWith("?"), followUp.words());
        assertEquals("And why?", interviewer.reply("A shop.").words());
        assertTrue(interviewer.reply("Money.").words().endsWith("?"));
        assertEquals(new Reply("Goodbye!", true), interviewer.reply("Money."));
    }

    @Test
    @DisplayName("R11: the seed that was chosen decides how it follows up; seed 0 takes the first wording")
    void followsUpInTheWordsOfTheSeed() {
        assertEquals("Could you tell me a little more about that?", followUp(0));
        Set<String> wordings = new HashSet<>();
        for (long seed = 1; seed <= 50; seed++) {
            assertEquals(followUp(seed), followUp(seed));
            wordings.add(followUp(seed));
        }
        assertEquals(3, wordings.size());
    }

    private static String followUp(long seed) {
        Interviewer seeded = new Interviewer(
                new InterviewScript(SCRIPT.name(), SCRIPT.turns(), SCRIPT.closing(), SCRIPT.candidateLeaves(), seed));
        seeded.reply("");
        return seeded.reply("A shop.").words();
    }
}
