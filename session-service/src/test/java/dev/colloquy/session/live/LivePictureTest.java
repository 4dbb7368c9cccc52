package dev.colloquy.session.live;

import static dev.colloquy.session.live.Pictures.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.session.ledger.Witness;
import dev.colloquy.session.transcript.TranscriptEntry;
import dev.colloquy.session.transcript.TurnView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S13: what a reader is told")
class LivePictureTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("whoever applies what he is told has the transcript as it is, whenever he looks and comes back")
    void leadsToTheSameTranscript(long seed) {
        var random = new Random(seed);
        var told = new ArrayList<TranscriptEntry>();
        var following = new ArrayList<TurnView>();
        var returning = new ArrayList<TurnView>();
        var before = Pictures.of("1.0", List.of());
        var returned = before;
        for (var change = 1; change <= 60; change++) {
            tell(told, random, change);
            var now = Pictures.of("1." + change, List.copyOf(told));
            apply(now.since(before), following);
            assertEquals(now.turns(), following);
            before = now;
            if (random.nextInt(4) == 0) {
                apply(now.since(returned.tag()), returning);
                assertEquals(now.turns(), returning);
                returned = now;
            }
        }
    }

    @Test
    void tellsNothingWhereNothingHappened() {
        var picture = Pictures.of("3.4", List.of(entry(Witness.AGENT, 1, 0, 4, 0)));
        assertTrue(picture.since(picture).isEmpty());
        assertTrue(picture.since("3.4").isEmpty());
    }

    @Test
    @DisplayName("a long transcript comes in parts, and only the last one says where to resume from")
    void tellsALongTranscriptInParts() {
        var told = IntStream.range(0, 1_200)
                .mapToObj(key -> entry(Witness.AGENT, key, 0, 1, key))
                .toList();
        var messages = Pictures.of("1.1", told).whole(LiveMessage.SNAPSHOT);
        assertEquals(
                List.of("snapshot", "transcript", "transcript", "transcript"),
                messages.stream().map(LiveMessage::name).toList());
        assertEquals(
                List.of("1.1"),
                messages.stream().map(LiveMessage::id).filter(Objects::nonNull).toList());
        var turns = new ArrayList<TurnView>();
        apply(messages, turns);
        assertEquals(1_200, turns.size());
    }

    @Test
    void doesNotResumeFromAMomentThatNeverWas() {
        var picture = Pictures.of("3.4", List.of(entry(Witness.AGENT, 1, 0, 4, 0)));
        for (var tag : List.of("3.5", "4.4", "x", "3", "3.x", "1.2.3")) {
            assertEquals(LiveMessage.RESYNC, picture.since(tag).getFirst().name());
        }
    }

    private static void tell(List<TranscriptEntry> told, Random random, int change) {
        var source = random.nextBoolean() ? Witness.AGENT : Witness.CLIENT;
        var key = random.nextInt(40);
        var known = told.stream()
                .filter(entry -> entry.source() == source && entry.key().equals(String.valueOf(key)))
                .findFirst();
        known.ifPresent(told::remove);
        told.add(entry(source, key, known.map(entry -> entry.revision() + 1).orElse(0), change, random.nextInt(600)));
    }

    /** As docs/api.md tells readers to. */
    private static void apply(List<LiveMessage> messages, List<TurnView> turns) {
        for (var message : messages) {
            if (List.of(LiveMessage.SNAPSHOT, LiveMessage.RESYNC).contains(message.name())) {
                turns.clear();
            }
            if (message.data() instanceof TranscriptDelta(var entries, var removed)) {
                turns.removeIf(turn -> removed.contains(turn.entryId()));
                entries.forEach(placed -> place(placed, turns));
            }
        }
    }

    private static void place(TranscriptDelta.Placed placed, List<TurnView> turns) {
        var ids = turns.stream().map(TurnView::entryId).toList();
        var known = ids.indexOf(placed.turn().entryId());
        if (known >= 0) {
            turns.set(known, placed.turn());
        } else {
            turns.add(ids.indexOf(placed.after()) + 1, placed.turn());
        }
    }
}
