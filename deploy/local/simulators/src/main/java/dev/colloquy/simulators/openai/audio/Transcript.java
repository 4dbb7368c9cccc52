package dev.colloquy.simulators.openai.audio;

import dev.colloquy.simulators.openai.model.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Recognized text in the shapes OpenAI gives it; times are spread evenly over the words. */
record Transcript(String text, Duration duration, String language) {

    /** Some words and when they were said, in seconds. */
    private record Span(String text, double start, double end) {

        JsonObject segment(int id) {
            return new JsonObject()
                    .put("id", id)
                    .put("seek", 0)
                    .put("start", start)
                    .put("end", end)
                    .put("text", " " + text)
                    .put("tokens", new JsonArray())
                    .put("temperature", 0.0)
                    .put("avg_logprob", -0.2)
                    .put("compression_ratio", 1.2)
                    .put("no_speech_prob", 0.01);
        }

        JsonObject word() {
            return new JsonObject().put("word", text).put("start", start).put("end", end);
        }

        String cue(String separator) {
            return time(start, separator) + " --> " + time(end, separator) + "\n" + text + "\n";
        }

        private static String time(double seconds, String separator) {
            long millis = Math.round(seconds * 1000);
            return String.format(
                    Locale.ROOT,
                    "%02d:%02d:%02d%s%03d",
                    millis / 3_600_000,
                    millis / 60_000 % 60,
                    millis / 1000 % 60,
                    separator,
                    millis % 1000);
        }
    }

    JsonObject json() {
        int heard = Math.toIntExact(Math.max(1, duration.toMillis() / 100));
        int written = Tokens.count(text);
        JsonObject details = new JsonObject().put("text_tokens", 0).put("audio_tokens", heard);
        return new JsonObject()
                .put("text", text)
                .put(
                        "usage",
                        new JsonObject()
                                .put("type", "tokens")
                                .put("input_tokens", heard)
                                .put("input_token_details", details)
                                .put("output_tokens", written)
                                .put("total_tokens", heard + written));
    }

    JsonObject verbose(boolean withWords) {
        JsonArray segments = new JsonArray();
        for (Span sentence : spans("(?<=[.!?])\\s+")) {
            segments.add(sentence.segment(segments.size()));
        }
        JsonObject verbose = new JsonObject()
                .put("task", "transcribe")
                .put(
                        "language",
                        Locale.of(language).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT))
                .put("duration", seconds(duration))
                .put("text", text)
                .put("segments", segments)
                .put("usage", durationUsage());
        return withWords
                ? verbose.put(
                        "words",
                        new JsonArray(spans("\\s+").stream().map(Span::word).toList()))
                : verbose;
    }

    JsonObject durationUsage() {
        return new JsonObject().put("type", "duration").put("seconds", Math.ceil(seconds(duration)));
    }

    String srt() {
        List<Span> sentences = spans("(?<=[.!?])\\s+");
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            file.append(i + 1).append('\n').append(sentences.get(i).cue(",")).append('\n');
        }
        return file.toString();
    }

    String vtt() {
        return spans("(?<=[.!?])\\s+").stream()
                .map(sentence -> sentence.cue("."))
                .collect(Collectors.joining("\n", "WEBVTT\n\n", ""));
    }

    private List<Span> spans(String between) {
        List<Span> spans = new ArrayList<>();
        double secondsPerLetter = seconds(duration) / Math.max(1, text.length());
        int from = 0;
        for (String part : text.isEmpty() ? new String[0] : text.split(between, -1)) {
            int to = from + part.length();
            spans.add(new Span(part, rounded(from * secondsPerLetter), rounded(to * secondsPerLetter)));
            from = to + 1;
        }
        return spans;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }
}
