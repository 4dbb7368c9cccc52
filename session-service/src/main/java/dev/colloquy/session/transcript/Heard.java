package dev.colloquy.session.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the better sources have told, so that a lesser one can fill their gaps. Sources differ in whether a turn's time is
 * that of its first word or its last, in where they cut turns, and by a second or two in their clocks.
 */
final class Heard {

    /** Two turns of one speaker so close to each other are one. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(10);
    /** The longest way from a turn's begin to its end: so far apart, the same words are the same turn or a part of it. */
    private static final Duration SAME_ANSWER = Duration.ofMinutes(2);

    private static final int TELLING_WORDS = 3;
    private static final double MOST = 0.6;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<Speaker, NavigableMap<Instant, List<TranscriptEntry>>> turns = new EnumMap<>(Speaker.class);

    Heard(Collection<TranscriptEntry> better) {
        better.forEach(entry -> of(entry.speaker())
                .computeIfAbsent(entry.spokenAt(), _ -> new ArrayList<>())
                .add(entry));
    }

    /** Whether a better source has told this turn already. */
    boolean covers(TranscriptEntry entry) {
        return !around(entry, SAME_MOMENT).isEmpty() || repeats(entry);
    }

    private boolean repeats(TranscriptEntry entry) {
        var words = words(entry);
        return words.size() >= TELLING_WORDS
                && around(entry, SAME_ANSWER).values().stream()
                        .flatMap(List::stream)
                        .anyMatch(better -> common(words, words(better)) >= MOST * words.size());
    }

    private NavigableMap<Instant, List<TranscriptEntry>> around(TranscriptEntry entry, Duration distance) {
        var at = entry.spokenAt();
        return of(entry.speaker()).subMap(at.minus(distance), true, at.plus(distance), true);
    }

    private NavigableMap<Instant, List<TranscriptEntry>> of(Speaker speaker) {
        return turns.computeIfAbsent(speaker, _ -> new TreeMap<>());
    }

    private static long common(Set<String> words, Set<String> others) {
        return words.stream().filter(others::contains).count();
    }

    private static Set<String> words(TranscriptEntry entry) {
        return BETWEEN_WORDS
                .splitAsStream(entry.text().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
