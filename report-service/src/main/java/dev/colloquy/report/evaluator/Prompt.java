package dev.colloquy.report.evaluator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.dossier.Dossier.Competency;
import dev.colloquy.report.dossier.Dossier.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the model is asked. Everything a person wrote or said becomes one line, and the transcript stands between lines
 * that nobody who speaks in it can know: they are made from the hash of what it says.
 */
record Prompt(String instructions, String input) {

    private static final String INSTRUCTIONS = resource("evaluation.md");
    private static final String INPUT = resource("evaluation-input.md");
    private static final String SCHEMA = resource("evaluation-schema.json");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    /** Changes when the wording does. */
    static final String VERSION = hash(INSTRUCTIONS + INPUT + SCHEMA).substring(0, 12);

    static Prompt of(Dossier dossier) {
        var transcript = dossier.transcript().stream().map(Prompt::line).collect(Collectors.joining("\n"));
        var position = dossier.position();
        var values = Map.of(
                "title",
                position == null ? "" : oneLine(position.title()),
                "company",
                position == null ? "" : oneLine(position.company()),
                "language",
                oneLine(Objects.requireNonNullElse(dossier.language(), "en")),
                "competencies",
                dossier.competencies().stream().map(Prompt::line).collect(Collectors.joining("\n")),
                "boundary",
                hash(transcript).substring(0, 16),
                "transcript",
                transcript);
        return new Prompt(INSTRUCTIONS, fill(values));
    }

    static JsonNode schema(ObjectMapper json) {
        try {
            return json.readTree(SCHEMA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema of evaluations is not JSON", e);
        }
    }

    /** For servers that cannot be given a schema. */
    String instructionsWithSchema() {
        return instructions + "\nAnswer with one JSON object and nothing else. It fits this schema:\n" + SCHEMA;
    }

    /** Equal for equal questions. */
    String inputHash() {
        return hash(input);
    }

    private static String line(Competency competency) {
        return "- %s (weight %d): %s"
                .formatted(oneLine(competency.name()), competency.weight(), oneLine(competency.description()));
    }

    private static String line(Entry entry) {
        return "[%s] %s: %s"
                .formatted(entry.entryId(), entry.isCandidates() ? "candidate" : "ai", oneLine(entry.text()));
    }

    private static String oneLine(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\s\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    /** In one pass, so that nothing that is filled in is taken for a placeholder. */
    private static String fill(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(INPUT)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    private static String resource(String name) {
        try (var stream = Prompt.class.getResourceAsStream("/prompts/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
