package dev.colloquy.simulators.openai.audio;

import dev.colloquy.simulators.openai.access.OpenAiError;
import io.vertx.core.MultiMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a transcription's form; only {@code whisper-1} knows times, and it cannot stream. */
record TranscriptionRequest(String model, String format, String language, boolean words, boolean stream) {

    private static final Set<String> PLAIN = Set.of("json", "text");
    private static final Set<String> TIMED = Set.of("srt", "vtt", "verbose_json");

    static TranscriptionRequest parse(MultiMap form) {
        @Nullable String model = form.get("model");
        if (model == null || model.isEmpty()) {
            throw OpenAiError.badRequest("model", "missing_required_parameter", "Missing required parameter: 'model'.");
        }
        boolean whisper = model.equals("whisper-1");
        return new TranscriptionRequest(
                model,
                format(form, whisper),
                form.contains("language") ? form.get("language") : "en",
                form.getAll("timestamp_granularities[]").contains("word"),
                "true".equals(form.get("stream")) && !whisper);
    }

    private static String format(MultiMap form, boolean whisper) {
        String format = form.contains("response_format") ? form.get("response_format") : "json";
        if (PLAIN.contains(format) || (whisper && TIMED.contains(format))) {
            return format;
        }
        throw OpenAiError.badRequest(
                "response_format",
                "unsupported_value",
                "response_format '" + format + "' is not compatible with this model. Use 'json' or 'text' instead.");
    }
}
