package dev.colloquy.report.evaluation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.report.Interviews;
import dev.colloquy.report.dossier.Dossier.Entry;
import dev.colloquy.report.evaluator.Draft.Claim;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P3 Quotes")
class QuoteCheckTest {

    private final QuoteCheck quotes = new QuoteCheck(Interviews.good("a"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                Interviews.DEPLOYMENT,
                "I cut our deployment time",
                "i CUT our\n  deployment\u00a0time",
                "40 minutes to 5 - with parallel tests",
                "\"...deployment time from 40 minutes to 5\u2026\"",
                "deployment time from 40 minutes to 5 \u2013 with parallel tests."
            })
    void holdWhenTheyWereSaid(String quote) {
        assertTrue(quotes.holds(new Claim("2-a", quote)));
    }

    @Test
    void holdWhateverMarksTheyUse() {
        assertTrue(quotes.holds(new Claim("4-a", "I asked \"what would change your mind?\"")));
        assertTrue(quotes.holds(new Claim("4-a", "I asked 'what would change your mind?'")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ... ",
                "I",
                "our deployment",
                "I cut our deployment time from 40 minutes to 4",
                "I cut deployment time",
                "I cut our deployment time. with parallel tests",
                "cut our deploy",
                "ut our deployment time",
                "I never cut our deployment time"
            })
    void doNotHoldWhenTheyWereNotSaidLikeThat(String quote) {
        assertFalse(quotes.holds(new Claim("2-a", quote)));
    }

    @Test
    void doNotHoldSomewhereElse() {
        assertFalse(quotes.holds(new Claim("4-a", "I cut our deployment time")));
        assertFalse(quotes.holds(new Claim("9-a", "I cut our deployment time")));
        assertFalse(quotes.holds(new Claim("", "I cut our deployment time")));
    }

    @Test
    void doNotHoldWhenTheInterviewerSaidThem() {
        assertFalse(quotes.holds(new Claim("1-a", "What are you proud of?")));
    }

    @Test
    void mayBeShortWhenTheAnswerWas() {
        var brief = new QuoteCheck(Interviews.of(List.of(new Entry("1", "candidate", "Yes, Java."))));

        assertTrue(brief.holds(new Claim("1", "yes, java")));
        assertFalse(brief.holds(new Claim("1", "Java")));
    }
}
