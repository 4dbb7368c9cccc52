package dev.colloquy.session.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.session.ledger.Witness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S8: the order of a transcript, and whose word counts")
class TranscriptOrderTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("entries that come in any order and any number make the same transcript")
    void doesNotDependOnTheOrderOfTelling(long seed) {
        var random = new Random(seed);
        var told = new ArrayList<TranscriptEntry>();
        for (var index = 0; index < 60; index++) {
            var source = random.nextInt(3) == 0 ? Witness.CLIENT : Witness.AGENT;
            var previous = random.nextInt(3) == 0 ? null : "item" + random.nextInt(60);
            var speaker = random.nextBoolean() ? Speaker.AI : Speaker.CANDIDATE;
            told.add(entry(source, "item" + index, previous, speaker, random.nextInt(300), "turn " + index));
        }
        var expected = Transcript.of(told);
        for (var round = 0; round < 20; round++) {
            var retold = new ArrayList<>(told);
            retold.addAll(told.subList(random.nextInt(30), 30 + random.nextInt(30)));
            Collections.shuffle(retold, random);
            assertEquals(expected, Transcript.of(retold));
            assertEquals(expected.hash(), Transcript.of(retold).hash());
        }
        assertEquals(
                told.stream().filter(e -> e.source() == Witness.AGENT).count(),
                expected.entries().stream()
                        .filter(e -> e.source() == Witness.AGENT)
                        .count());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("an item comes after the one it follows, whatever the times say")
    void followsTheChain(long seed) {
        var random = new Random(seed);
        var told = IntStream.range(0, 200)
                .mapToObj(index -> entry(
                        Witness.GATEWAY,
                        "i" + index,
                        index == 0 ? null : "i" + (index - 1),
                        Speaker.AI,
                        random.nextInt(1000),
                        "turn " + index))
                .toList();
        var retold = new ArrayList<>(told);
        Collections.shuffle(retold, random);
        assertEquals(told, Transcript.of(retold).entries());
    }

    @Test
    void placesAnItemWhosePredecessorWasNeverToldByItsTime() {
        var first = entry(Witness.AGENT, "a", "function_call_1", Speaker.AI, 0, "one");
        var second = entry(Witness.AGENT, "b", null, Speaker.CANDIDATE, 5, "two");
        var third = entry(Witness.AGENT, "c", "function_call_2", Speaker.AI, 9, "three");
        assertEquals(List.of("one", "two", "three"), texts(third, second, first));
    }

    @Test
    void opensACircleAtItsEarliestItem() {
        var first = entry(Witness.AGENT, "a", "c", Speaker.AI, 1, "one");
        var second = entry(Witness.AGENT, "b", "a", Speaker.CANDIDATE, 9, "two");
        var third = entry(Witness.AGENT, "c", "b", Speaker.AI, 5, "three");
        var itself = entry(Witness.AGENT, "d", "d", Speaker.AI, 20, "four");
        assertEquals(List.of("one", "two", "three", "four"), texts(itself, third, second, first));
    }

    @Test
    @DisplayName("of an agent that dies after three entries the client's fill the rest")
    void fillsTheGapsOfTheBetterSource() {
        var told = new ArrayList<TranscriptEntry>();
        for (var index = 0; index < 200; index++) {
            var speaker = index % 2 == 0 ? Speaker.AI : Speaker.CANDIDATE;
            told.add(entry(Witness.CLIENT, "c" + index, null, speaker, index * 20 + 1, "as the browser heard it"));
            if (index < 3 || index >= 190) {
                told.add(entry(Witness.AGENT, "a" + index, null, speaker, index * 20, "in the agent's own words"));
            }
        }
        var turns = Transcript.of(told).turns();
        assertEquals(200, turns.size());
        assertEquals(
                13,
                turns.stream().filter(turn -> turn.source() == Witness.AGENT).count());
        assertEquals(Witness.AGENT, turns.get(2).source());
        assertEquals(Witness.CLIENT, turns.get(3).source());
        assertEquals(Witness.AGENT, turns.get(190).source());
        assertTrue(IntStream.range(1, 200)
                .allMatch(index -> turns.get(index - 1)
                        .timestamp()
                        .isBefore(turns.get(index).timestamp())));
    }

    @Test
    @DisplayName("a long answer that the client cut into pieces is not told twice")
    void knowsThePiecesOfALongAnswer() {
        var whole =
                "First we looked at the payments that were lost, then we found the lock, and we wrote the test for it";
        assertEquals(
                List.of(whole),
                texts(
                        entry(Witness.AGENT, "a", null, Speaker.CANDIDATE, 0, whole),
                        entry(Witness.CLIENT, "1", null, Speaker.CANDIDATE, 20, "First we looked at the payments lost"),
                        entry(Witness.CLIENT, "2", null, Speaker.CANDIDATE, 60, "Then we found the lock!"),
                        entry(Witness.CLIENT, "3", null, Speaker.CANDIDATE, 90, "and wrote a test for it")));
    }

    @Test
    void keepsAnAnswerToTheLastQuestionOfADeadAgent() {
        assertEquals(
                List.of("What went wrong?", "The lock was too wide"),
                texts(
                        entry(Witness.AGENT, "a", null, Speaker.AI, 0, "What went wrong?"),
                        entry(Witness.CLIENT, "1", null, Speaker.AI, 1, "What went wrong?"),
                        entry(Witness.CLIENT, "2", null, Speaker.CANDIDATE, 6, "The lock was too wide")));
    }

    private static List<String> texts(TranscriptEntry... told) {
        return Transcript.of(List.of(told)).turns().stream().map(TurnView::text).toList();
    }

    private static TranscriptEntry entry(
            Witness source, String key, @Nullable String previous, Speaker speaker, long second, String text) {
        return new TranscriptEntry(
                UUID.nameUUIDFromBytes((source + key).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                source,
                key,
                previous,
                0,
                1,
                speaker,
                text,
                BEGIN.plusSeconds(second),
                null,
                null,
                false);
    }
}
