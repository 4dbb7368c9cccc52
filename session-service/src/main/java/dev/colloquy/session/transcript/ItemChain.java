package dev.colloquy.session.transcript;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The order of what one source told: each item after the one it follows, else by time. An item whose predecessor was
 * never told is placed by its time, and where items follow each other in a circle the earliest begins.
 */
final class ItemChain {

    static final Comparator<TranscriptEntry> SPOKEN = Comparator.comparing(TranscriptEntry::spokenAt)
            .thenComparing(TranscriptEntry::startMs, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TranscriptEntry::id);

    private ItemChain() {}

    static List<TranscriptEntry> order(Collection<TranscriptEntry> told) {
        var keys = told.stream().map(TranscriptEntry::key).collect(toSet());
        var followers = told.stream()
                .filter(entry -> follows(entry, keys))
                .collect(groupingBy(entry -> Objects.requireNonNull(entry.previous())));
        var ready = sorted(told.stream().filter(entry -> !follows(entry, keys)).toList());
        var waiting = sorted(followers.values().stream().flatMap(List::stream).toList());
        var ordered = new ArrayList<TranscriptEntry>(told.size());
        while (!ready.isEmpty() || !waiting.isEmpty()) {
            var next = ready.isEmpty() ? waiting.removeFirst() : ready.removeFirst();
            ordered.add(next);
            followers.getOrDefault(next.key(), List.of()).stream()
                    .filter(waiting::remove)
                    .forEach(ready::add);
        }
        return ordered;
    }

    private static boolean follows(TranscriptEntry entry, Collection<String> keys) {
        return entry.previous() != null && keys.contains(entry.previous());
    }

    private static NavigableSet<TranscriptEntry> sorted(Collection<TranscriptEntry> entries) {
        var sorted = new TreeSet<>(SPOKEN);
        sorted.addAll(entries);
        return sorted;
    }
}
