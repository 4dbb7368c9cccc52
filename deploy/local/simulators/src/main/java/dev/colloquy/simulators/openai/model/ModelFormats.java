package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.openai.access.OpenAiError;
import dev.colloquy.simulators.openai.model.AnswerFormat.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What each model makes of a wanted format; every model follows every format until told otherwise. */
public final class ModelFormats {

    private final Map<String, Map<Kind, Treatment>> byModel = new HashMap<>();

    /** As servers that are compatible with OpenAI do: some follow a format, some overlook it, some refuse the request. */
    public enum Treatment {
        FOLLOWED,
        IGNORED,
        REFUSED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the model will answer.
     *
     * @param param how the request calls the format
     */
    public Question taken(String model, Question question, String param) {
        Kind kind = question.format().kind();
        return switch (treatment(model, kind)) {
            case FOLLOWED -> question;
            case IGNORED -> new Question(question.messages(), new AnswerFormat(Kind.TEXT, null));
            case REFUSED ->
                throw OpenAiError.badRequest(
                        param,
                        null,
                        "Invalid parameter: '" + param + "' of type '" + kind.wireName()
                                + "' is not supported with this model.");
        };
    }

    Treatment treatment(String model, Kind kind) {
        return byModel.getOrDefault(model, Map.of()).getOrDefault(kind, Treatment.FOLLOWED);
    }

    void set(String model, Kind kind, Treatment treatment) {
        byModel.computeIfAbsent(model, _ -> new EnumMap<>(Kind.class)).put(kind, treatment);
    }
}
