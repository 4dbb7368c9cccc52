package dev.colloquy.session.transcript;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.colloquy.session.ledger.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What was said, in order. Sources on the server outrank the client; where the better source has a gap, the next one fills
 * it. A pure function of the set of entries.
 *
 * @param entries those that are shown; not those that a better source told too, nor corrections to nothing
 */
public record Transcript(List<TranscriptEntry> entries) {

    private static final List<Witness> BEST_FIRST =
            List.of(Witness.ELEVENLABS, Witness.AGENT, Witness.GATEWAY, Witness.CLIENT);

    public static Transcript of(Collection<TranscriptEntry> told) {
        var bySource = told.stream().distinct().collect(groupingBy(TranscriptEntry::source));
        var entries = List.<TranscriptEntry>of();
        for (var source : BEST_FIRST) {
            entries = fill(entries, heard(ItemChain.order(bySource.getOrDefault(source, List.of()))));
        }
        return new Transcript(entries);
    }

    public List<TurnView> turns() {
        return entries.stream().map(TurnView::of).toList();
    }

    /** SHA-256 over the ordered turns, each with its id, in hex. */
    public String hash() {
        return Hashes.sha256(entries.stream()
                .map(entry -> "%s\u001f%s\u001f%s\u001e".formatted(entry.id(), entry.speaker(), entry.text()))
                .collect(joining()));
    }

    /** Of an item that was corrected to nothing only its place in the chain is left. */
    private static List<TranscriptEntry> heard(List<TranscriptEntry> ordered) {
        return ordered.stream().filter(entry -> !entry.text().isBlank()).toList();
    }

    private static List<TranscriptEntry> fill(List<TranscriptEntry> better, List<TranscriptEntry> next) {
        if (better.isEmpty() || next.isEmpty()) {
            return better.isEmpty() ? next : better;
        }
        var heard = new Heard(better);
        return merge(better, next.stream().filter(entry -> !heard.covers(entry)).toList());
    }

    /** By time, but neither order changes in itself. */
    private static List<TranscriptEntry> merge(List<TranscriptEntry> better, List<TranscriptEntry> gaps) {
        var merged = new ArrayList<TranscriptEntry>(better.size() + gaps.size());
        var position = 0;
        for (var entry : better) {
            while (position < gaps.size() && ItemChain.SPOKEN.compare(gaps.get(position), entry) < 0) {
                merged.add(gaps.get(position++));
            }
            merged.add(entry);
        }
        merged.addAll(gaps.subList(position, gaps.size()));
        return merged;
    }
}
