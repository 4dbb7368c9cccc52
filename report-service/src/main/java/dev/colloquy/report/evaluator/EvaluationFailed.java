package dev.colloquy.report.evaluator;

import java.util.Locale;

/** The model gave no evaluation this time. Its words are not repeated: they quote people. */
public class EvaluationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as reports tell it. */
    public enum Reason {
        MODEL_UNAVAILABLE,
        REFUSED,
        TRUNCATED,
        INVALID_ANSWER;

        /** Whether the model was reached and gave something that is of no use. */
        public boolean isAnAnswer() {
            return this != MODEL_UNAVAILABLE;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    EvaluationFailed(Reason reason) {
        this(reason, "");
    }

    EvaluationFailed(Reason reason, String detail) {
        super(reason.word() + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
