package dev.colloquy.session.results;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.Blame;
import dev.colloquy.session.ledger.InterviewStatus;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an interview came to its status, one sentence per fact in the order of occurrence. The {@code story} is the
 * {@code entries}, each as one line.
 *
 * @param blame why it did not take place
 */
record WhyView(
        InterviewId interviewId,
        InterviewStatus status,
        @Nullable Blame blame,
        List<String> story,
        List<Entry> entries) {

    /** A fact in plain words, with the evidence for it and who gave that. */
    record Entry(Instant at, String kind, String sentence, Witness source, String evidenceId) {}

    static WhyView of(Interview interview, List<RecordedFact> facts) {
        var entries = Story.of(facts);
        return new WhyView(
                interview.interviewId(),
                interview.status,
                interview.blame,
                entries.stream().map(Story::line).toList(),
                entries);
    }

    /** The whole story as text, one line each. */
    String text() {
        return "Interview %s: %s\n%s\n".formatted(interviewId, Story.standing(status, blame), String.join("\n", story));
    }
}
