package dev.colloquy.gateway.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.gateway.interview.AgentContext;
import dev.colloquy.gateway.interview.AgentContext.Competency;
import dev.colloquy.gateway.interview.AgentContext.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the interviewing model is told: {@code prompts/interviewer.txt} with an interview's particulars. */
final class Instructions {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final String TEMPLATE = template();

    private Instructions() {}

    static String of(AgentContext context, int maxResumeLength) {
        var position = context.position();
        var persona = Objects.requireNonNullElse(context.persona(), new Persona(null, null, null));
        var particulars = Map.of(
                "persona", or(persona.name(), "an interviewer"),
                "style", or(persona.style(), ""),
                "title", position.title(),
                "company", position.company() == null ? "" : " at " + position.company(),
                "values", bullets(position.values()),
                "competencies", competencies(position.competencies()),
                "candidate", or(context.candidateFirstName(), "the candidate"),
                "language", language(context.language()),
                "minutes", String.valueOf(Math.max(1, context.remainingSeconds() / 60)),
                "resume", resume(or(context.resumeText(), "none given"), maxResumeLength));
        return BLANK.matcher(TEMPLATE)
                .replaceAll(blank -> Matcher.quoteReplacement(particulars.getOrDefault(blank.group(1), blank.group())));
    }

    private static String competencies(@Nullable List<Competency> competencies) {
        return competencies == null || competencies.isEmpty()
                ? "- general suitability"
                : competencies.stream().map(Instructions::line).collect(Collectors.joining("\n"));
    }

    private static String bullets(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? "- none given" : "- " + String.join("\n- ", values);
    }

    private static String line(Competency competency) {
        return "- " + competency.name() + (competency.description() == null ? "" : ": " + competency.description());
    }

    private static String language(@Nullable String tag) {
        return Locale.forLanguageTag(or(tag, "en")).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Cut, and without anything that looks like the lines around it. */
    private static String resume(String text, int maxLength) {
        return text.substring(0, Math.min(text.length(), maxLength)).replaceAll("={3,}", "==");
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static String template() {
        try (var prompt = Instructions.class.getResourceAsStream("/prompts/interviewer.txt")) {
            return new String(Objects.requireNonNull(prompt).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
