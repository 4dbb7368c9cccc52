package dev.colloquy.simulators.openai.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The plain text rules of the evaluator: sentences, and the word stems two texts have in common. */
final class Words {

    private static final int SHORTEST = 4;
    private static final int STEM = 6;
    private static final Set<String> TOO_COMMON = Set.of(
            "about", "after", "also", "always", "and", "been", "could", "does", "every", "from", "have", "into", "more",
            "other", "over", "should", "such", "that", "their", "them", "then", "there", "they", "this", "well", "were",
            "what", "when", "which", "with", "would", "your");

    private Words() {}

    static List<String> sentences(String text) {
        return Arrays.stream(text.strip().split("(?<=[.!?])\\s+|\\n+", -1))
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }

    static Set<String> stems(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1))
                .filter(word -> word.length() >= SHORTEST && !TOO_COMMON.contains(word))
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toSet());
    }

    static long shared(Set<String> wanted, String text) {
        return stems(text).stream().filter(wanted::contains).count();
    }
}
