package dev.colloquy.report.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.report.Interviews;
import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.evaluation.Evaluation.Quote;
import dev.colloquy.report.evaluator.Draft;
import dev.colloquy.report.evaluator.Draft.Claim;
import dev.colloquy.report.evaluator.Draft.Judgement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 Verified evaluations")
class VerificationTest {

    private static final Dossier DOSSIER = Interviews.good("a");
    private static final Claim PROVEN = new Claim("2-a", "I cut our deployment time");
    private static final Claim ALSO_PROVEN = new Claim("4-a", "When two of us disagreed");
    private static final Claim INVENTED = new Claim("2-a", "I rewrote everything in Rust");

    @Test
    void showWhatIsProven() {
        var evaluation =
                evaluationOf(judgement("Collaboration", 2, ALSO_PROVEN, INVENTED), judgement("Delivery", 5, PROVEN));

        assertEquals(4.3, evaluation.overall());
        assertEquals(
                List.of("Delivery", "Collaboration"),
                evaluation.competencies().stream().map(Evaluation.Scored::name).toList());
        assertEquals(
                List.of(new Quote("4-a", ALSO_PROVEN.text())),
                evaluation.competencies().getLast().quotes());
        assertEquals(1, evaluation.droppedQuotes());
        assertFalse(evaluation.partial());
    }

    @Test
    void haveNoScoreWithoutAProof() {
        var evaluation = evaluationOf(judgement("Delivery", 4, PROVEN), judgement("Collaboration", 5, INVENTED));

        var unproven = evaluation.competencies().getLast();
        assertNull(unproven.score());
        assertEquals("Insufficient evidence in the transcript.", unproven.rationale());
        assertEquals(4.0, evaluation.overall());
        assertEquals(1, evaluation.droppedQuotes());
    }

    @Test
    void sayNothingWhenNothingIsProven() {
        var evaluation = evaluationOf(judgement("Delivery", 5, INVENTED), judgement("Collaboration", 5, INVENTED));

        assertNull(evaluation.overall());
        assertEquals(Shortcoming.INSUFFICIENT_EVIDENCE, evaluation.shortcoming());
        assertTrue(evaluation.strengths().isEmpty());
        assertFalse(evaluation.summary().contains("Great"));
        assertEquals(2, evaluation.droppedQuotes());
    }

    @Test
    void areIncompleteWhenACompetencyIsMissing() {
        var evaluation = evaluationOf(judgement("Delivery", 4, PROVEN), judgement("Charm", 5, PROVEN));

        assertEquals(Shortcoming.INCOMPLETE_ANSWER, evaluation.shortcoming());
        assertEquals(2, evaluation.competencies().size());
        assertNull(evaluation.competencies().getLast().score());
    }

    @Test
    void existForAnInterviewWithoutAnswers() {
        var evaluation = Verification.withoutEvidence(Interviews.silent("a"));

        assertEquals(Shortcoming.INSUFFICIENT_EVIDENCE, evaluation.shortcoming());
        assertEquals(2, evaluation.competencies().size());
        assertTrue(evaluation.competencies().stream().allMatch(one -> one.score() == null));
    }

    private static Evaluation evaluationOf(Judgement... judgements) {
        var draft = new Draft("Great.", List.of(judgements), List.of("Fast"), List.of(), List.of("Why?"));
        return Verification.of(DOSSIER, draft);
    }

    private static Judgement judgement(String name, int score, Claim... claims) {
        return new Judgement(name, score, "Because.", List.of(claims));
    }
}
