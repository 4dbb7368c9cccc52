package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.openai.model.Interview.Answer;
import dev.colloquy.simulators.openai.model.Interview.Competency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What an interview shows of one competency. The rules are simple and fixed: answers that share words with the
 * competency count, figures and first-person deeds count more, and a quote is the answer's best sentence, verbatim.
 */
record Evidence(Competency competency, List<Quote> quotes, int strength) {

    private static final int MOST_QUOTES = 3;
    private static final int STRONGEST = 4;

    /** Words of the candidate, exactly as the transcript has them. */
    record Quote(String entryId, String text) {}

    private record Candidate(Quote quote, long score) {}

    static Evidence of(Competency competency, List<Answer> answers) {
        Set<String> wanted = Words.stems(competency.name() + " " + competency.description());
        List<Candidate> found = new ArrayList<>();
        for (Answer answer : answers) {
            Words.sentences(answer.text()).stream()
                    .map(sentence -> new Candidate(new Quote(answer.entryId(), sentence), score(wanted, sentence)))
                    .filter(candidate -> candidate.score() > 0)
                    .max(Comparator.comparingLong(Candidate::score))
                    .ifPresent(found::add);
        }
        List<Candidate> best = found.stream()
                .sorted(Comparator.comparingLong(Candidate::score).reversed())
                .limit(MOST_QUOTES)
                .toList();
        return new Evidence(competency, best.stream().map(Candidate::quote).toList(), strength(best));
    }

    /** A score between the bounds: the lowest without any evidence. */
    int score(int lowest, int highest) {
        return Math.clamp((long) lowest + (long) strength * (highest - lowest) / STRONGEST, lowest, highest);
    }

    boolean isStrong() {
        return strength >= STRONGEST - 1;
    }

    boolean isThin() {
        return strength <= 1;
    }

    String rationale() {
        return quotes.isEmpty()
                ? "The transcript holds no evidence of " + competency.name() + "."
                : "Judged on " + quotes.size() + " statement" + (quotes.size() > 1 ? "s" : "") + " about "
                        + competency.name() + ", the clearest in entry "
                        + quotes.getFirst().entryId() + ".";
    }

    private static long score(Set<String> wanted, String sentence) {
        long shared = Words.shared(wanted, sentence);
        boolean figures = sentence.chars().anyMatch(Character::isDigit);
        boolean deed = (" " + sentence + " ").matches(".*\\bI [a-z]+ed\\b.*");
        return shared == 0 ? 0 : 2 * shared + (figures ? 1 : 0) + (deed ? 1 : 0);
    }

    private static int strength(List<Candidate> best) {
        long sum = best.stream().mapToLong(Candidate::score).sum();
        return (int) Math.min(STRONGEST, sum / 2);
    }
}
