package dev.colloquy.report.writing;

import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.evaluation.Evaluation;
import dev.colloquy.report.evaluation.Verification;
import dev.colloquy.report.evaluator.Evaluator.Answer;
import org.jspecify.annotations.Nullable;

/** An evaluation and how it came about; without {@code origin} no model was asked. */
record Written(Evaluation evaluation, @Nullable Answer origin) {

    static Written by(Answer answer, Dossier dossier) {
        return new Written(Verification.of(dossier, answer.draft()), answer);
    }

    static Written withoutEvidence(Dossier dossier) {
        return new Written(Verification.withoutEvidence(dossier), null);
    }
}
