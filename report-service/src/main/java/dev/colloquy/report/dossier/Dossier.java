package dev.colloquy.report.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One final version of an interview: what is judged, and by what. */
public record Dossier(
        int finalVersion,
        @Nullable String language,
        @Nullable Position position,
        List<Entry> transcript) {

    public record Position(String title, @Nullable String company, List<Competency> competencies) {}

    /** Something to be judged; its weight counts in relation to the others'. */
    public record Competency(String name, @Nullable String description, int weight) {}

    /** What somebody said at one go. */
    public record Entry(String entryId, String speaker, String text) {

        public boolean isCandidates() {
            return speaker.equals("candidate");
        }
    }

    public List<Competency> competencies() {
        return position == null ? List.of() : position.competencies();
    }

    /** Whether the candidate said anything. */
    public boolean hasAnswers() {
        return transcript.stream()
                .anyMatch(entry -> entry.isCandidates() && !entry.text().isBlank());
    }
}
