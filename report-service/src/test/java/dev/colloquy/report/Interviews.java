package dev.colloquy.report;

import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.dossier.Dossier.Competency;
import dev.colloquy.report.dossier.Dossier.Entry;
import dev.colloquy.report.dossier.Dossier.Position;
import java.util.List;

/** An interview to be judged; its transcript's entry ids end with the mark. */
public final class Interviews {

    public static final String DEPLOYMENT = "I cut our deployment time from 40 minutes to 5 — with parallel tests.";
    public static final String CONFLICT = "When two of us disagreed, I asked \u201cwhat would change your mind?\u201d";

    private Interviews() {}

    public static Dossier good(String mark) {
        return of(List.of(
                new Entry("1-" + mark, "ai", "What are you proud of?"),
                new Entry("2-" + mark, "candidate", DEPLOYMENT),
                new Entry("3-" + mark, "ai", "How do you settle a conflict?"),
                new Entry("4-" + mark, "candidate", CONFLICT)));
    }

    public static Dossier silent(String mark) {
        return of(List.of(
                new Entry("1-" + mark, "ai", "What are you proud of?"), new Entry("2-" + mark, "candidate", "  ")));
    }

    public static Dossier of(List<Entry> transcript) {
        var competencies = List.of(
                new Competency("Delivery", "Ships and improves software", 3),
                new Competency("Collaboration", "Settles conflicts", 1));
        return new Dossier(1, "en", new Position("Backend engineer", "Acme", competencies), transcript);
    }
}
