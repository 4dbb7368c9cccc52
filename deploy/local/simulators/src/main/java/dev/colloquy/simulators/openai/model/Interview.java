package dev.colloquy.simulators.openai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt tells of an interview: transcript lines {@code [<entryId>] candidate: text}, and competencies as list
 * lines {@code - Name (weight 3): description} below a line that speaks of competencies.
 */
record Interview(List<Answer> answers, List<Competency> competencies) {

    private static final Pattern TRANSCRIPT_LINE =
            Pattern.compile("^\\s*\\[([^\\]]+)]\\s*([\\p{L}_ ]+?)\\s*(?:\\([^)]*\\))?:\\s*(.+)$");
    private static final Pattern LIST_LINE = Pattern.compile("^\\s*(?:[-*•]|\\d+[.)])\\s*(?:\\[([^\\]]+)]\\s*)?(.+)$");
    private static final Pattern NAME = Pattern.compile("^(.+?)\\s*(?:\\([^)]*\\))?\\s*(?:[:–—]\\s*(.*))?$");

    /** Something the candidate said. */
    record Answer(String entryId, String text) {}

    /** What is to be judged; {@code id} is empty where the prompt gives none. */
    record Competency(String id, String name, String description) {}

    static Interview read(String prompt) {
        List<Answer> answers = new ArrayList<>();
        List<Competency> competencies = new ArrayList<>();
        boolean amongCompetencies = false;
        for (String line : prompt.lines().toList()) {
            Matcher said = TRANSCRIPT_LINE.matcher(line);
            Matcher listed = LIST_LINE.matcher(line);
            if (said.matches()) {
                amongCompetencies = false;
                if (said.group(2).equalsIgnoreCase("candidate")) {
                    answers.add(new Answer(said.group(1), said.group(3).strip()));
                }
            } else if (listed.matches() && amongCompetencies) {
                competencies.add(competency(listed.group(1), listed.group(2)));
            } else if (!line.isBlank()) {
                amongCompetencies = line.toLowerCase(Locale.ROOT).contains("competenc");
            }
        }
        return new Interview(List.copyOf(answers), List.copyOf(competencies));
    }

    private static Competency competency(@Nullable String id, String text) {
        Matcher named = NAME.matcher(text.replace("**", "").strip());
        if (!named.matches()) {
            return new Competency(id == null ? "" : id, text, "");
        }
        @Nullable String description = named.group(2);
        return new Competency(id == null ? "" : id, named.group(1), description == null ? "" : description);
    }
}
