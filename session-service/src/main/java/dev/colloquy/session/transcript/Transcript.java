package dev.colloquy.session.transcript;

import dev.colloquy.session.ledger.Witness;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was said, in order, as the best of its sources tells it: those on the server outrank the client. */
public record Transcript(List<TurnView> turns) {

    private static final List<Witness> BEST_FIRST =
            List.of(Witness.ELEVENLABS, Witness.AGENT, Witness.GATEWAY, Witness.CLIENT);
    private static final Comparator<TurnView> SPOKEN = Comparator.comparing(TurnView::timestamp)
            .thenComparing(TurnView::startMs, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TurnView::entryId);

    static Transcript of(List<TranscriptEntry> entries) {
        return BEST_FIRST.stream()
                .map(source -> toldBy(source, entries))
                .filter(transcript -> !transcript.turns.isEmpty())
                .findFirst()
                .orElse(new Transcript(List.of()));
    }

    private static Transcript toldBy(Witness source, List<TranscriptEntry> entries) {
        return new Transcript(entries.stream()
                .filter(entry -> entry.source == source)
                .map(TurnView::of)
                .sorted(SPOKEN)
                .toList());
    }

    /** SHA-256 over the ordered turns, each with its id, in hex. */
    String hash() {
        return Hashes.sha256(turns.stream()
                .map(turn -> "%s\u001f%s\u001f%s\u001e".formatted(turn.entryId(), turn.speaker(), turn.text()))
                .collect(Collectors.joining()));
    }
}
