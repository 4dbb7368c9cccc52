package dev.colloquy.report.evaluation;

import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.dossier.Dossier.Competency;
import dev.colloquy.report.evaluation.Evaluation.Quote;
import dev.colloquy.report.evaluation.Evaluation.Scored;
import dev.colloquy.report.evaluator.Draft;
import dev.colloquy.report.evaluator.Draft.Judgement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an evaluation of a draft: what is not proven by the transcript is not said. */
public final class Verification {

    private static final String NO_EVIDENCE = "Insufficient evidence in the transcript.";

    private final Dossier dossier;
    private final Draft draft;
    private final QuoteCheck quotes;

    private Verification(Dossier dossier, Draft draft) {
        this.dossier = dossier;
        this.draft = draft;
        this.quotes = new QuoteCheck(dossier);
    }

    public static Evaluation of(Dossier dossier, Draft draft) {
        return new Verification(dossier, draft).evaluation();
    }

    /** The evaluation of an interview that gives a model nothing to judge. */
    public static Evaluation withoutEvidence(Dossier dossier) {
        return insufficient(
                dossier.competencies().stream().map(Verification::unscored).toList(), 0);
    }

    private Evaluation evaluation() {
        var scored = dossier.competencies().stream().map(this::score).toList();
        var dropped = dropped();
        return scored.stream().allMatch(one -> one.score() == null)
                ? insufficient(scored, dropped)
                : new Evaluation(
                        overall(scored),
                        draft.summary(),
                        scored,
                        draft.strengths(),
                        draft.concerns(),
                        draft.followUps(),
                        dropped,
                        isIncomplete() ? Shortcoming.INCOMPLETE_ANSWER : null);
    }

    private static Evaluation insufficient(List<Scored> unscored, int dropped) {
        return new Evaluation(
                null,
                NO_EVIDENCE,
                unscored,
                List.of(),
                List.of(),
                List.of(),
                dropped,
                Shortcoming.INSUFFICIENT_EVIDENCE);
    }

    private Scored score(Competency competency) {
        var judgement = find(competency);
        var proven = judgement.map(this::proven).orElse(List.of());
        return proven.isEmpty()
                ? unscored(competency)
                : judgement
                        .map(given -> new Scored(competency.name(), given.score(), given.rationale(), proven))
                        .orElseThrow();
    }

    private static Scored unscored(Competency competency) {
        return new Scored(competency.name(), null, NO_EVIDENCE, List.of());
    }

    private Optional<Judgement> find(Competency competency) {
        return draft.competencies().stream()
                .filter(judgement -> judgement.name().equals(competency.name()))
                .findFirst();
    }

    private List<Quote> proven(Judgement judgement) {
        return judgement.quotes().stream()
                .filter(quotes::holds)
                .map(claim -> new Quote(claim.entryId(), claim.text()))
                .toList();
    }

    private int dropped() {
        return (int) draft.competencies().stream()
                .flatMap(judgement -> judgement.quotes().stream())
                .filter(claim -> !quotes.holds(claim))
                .count();
    }

    private boolean isIncomplete() {
        return dossier.competencies().stream()
                .anyMatch(competency -> find(competency).isEmpty());
    }

    private @Nullable Double overall(List<Scored> scored) {
        long sum = 0;
        long weights = 0;
        for (int i = 0; i < scored.size(); i++) {
            var score = scored.get(i).score();
            long weight = score == null ? 0 : dossier.competencies().get(i).weight();
            sum += score == null ? 0 : score * weight;
            weights += weight;
        }
        return weights == 0 ? null : Math.round(10.0 * sum / weights) / 10.0;
    }
}
