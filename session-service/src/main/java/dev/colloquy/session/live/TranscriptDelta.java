package dev.colloquy.session.live;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.colloquy.session.transcript.TurnView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes one transcript of another: remove those, then put each of these after the one it names, or replace it. */
record TranscriptDelta(List<Placed> entries, List<UUID> removed) {

    /** So many entries in one message; a longer delta is several messages. */
    private static final int MOST = 500;

    /** A new or changed turn; {@code after} is null at the beginning. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Placed(@JsonUnwrapped TurnView turn, @Nullable UUID after) {}

    /** Nothing where turns that stay have changed places, which a delta cannot tell. */
    static Optional<TranscriptDelta> between(List<TurnView> before, List<TurnView> now) {
        var known = before.stream().collect(toMap(TurnView::entryId, Function.identity()));
        var shown = now.stream().collect(toMap(TurnView::entryId, Function.identity()));
        if (!stayed(before, shown.keySet()).equals(stayed(now, known.keySet()))) {
            return Optional.empty();
        }
        var entries = new ArrayList<Placed>();
        UUID previous = null;
        for (var turn : now) {
            if (!turn.equals(known.get(turn.entryId()))) {
                entries.add(new Placed(turn, previous));
            }
            previous = turn.entryId();
        }
        var removed =
                known.keySet().stream().filter(id -> !shown.containsKey(id)).toList();
        return Optional.of(new TranscriptDelta(entries, removed));
    }

    /** In parts to be applied one after the other; none where there is nothing to tell. */
    Stream<TranscriptDelta> parts() {
        if (entries.isEmpty() && removed.isEmpty()) {
            return Stream.empty();
        }
        return Stream.iterate(0, from -> from == 0 || from < entries.size(), from -> from + MOST)
                .map(from -> new TranscriptDelta(
                        entries.subList(from, Math.min(entries.size(), from + MOST)), from == 0 ? removed : List.of()));
    }

    private static List<UUID> stayed(List<TurnView> turns, Set<UUID> others) {
        return turns.stream().map(TurnView::entryId).filter(others::contains).toList();
    }
}
