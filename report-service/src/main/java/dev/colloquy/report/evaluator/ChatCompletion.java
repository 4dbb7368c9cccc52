package dev.colloquy.report.evaluator;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.colloquy.report.evaluator.EvaluationFailed.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's answer, which may be none. */
record ChatCompletion(@Nullable String model, @Nullable List<Choice> choices) {

    record Choice(
            @Nullable Message message,
            @JsonProperty("finish_reason") @Nullable String finishReason) {}

    record Message(@Nullable String content, @Nullable String refusal) {}

    /**
     * What the model wrote.
     *
     * @throws EvaluationFailed when it refused, was cut off, or wrote nothing
     */
    String text() {
        var choice = choices == null || choices.isEmpty() ? new Choice(null, null) : choices.getFirst();
        var message = choice.message() == null ? new Message(null, null) : choice.message();
        if (message.refusal() != null) {
            throw new EvaluationFailed(Reason.REFUSED);
        }
        switch (choice.finishReason()) {
            case "length" -> throw new EvaluationFailed(Reason.TRUNCATED);
            case "content_filter" -> throw new EvaluationFailed(Reason.REFUSED);
            case null, default -> {}
        }
        if (message.content() == null || message.content().isBlank()) {
            throw new EvaluationFailed(Reason.INVALID_ANSWER);
        }
        return message.content();
    }
}
