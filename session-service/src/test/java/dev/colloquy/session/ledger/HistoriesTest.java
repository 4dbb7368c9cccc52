package dev.colloquy.session.ledger;

import static dev.colloquy.session.ledger.InterviewStatus.CANCELLED;
import static dev.colloquy.session.ledger.InterviewStatus.COMPLETED;
import static dev.colloquy.session.ledger.InterviewStatus.NO_SHOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.session.interview.Interview;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What is true of every interview, whatever is told of it: at least a thousand generated histories for each property. */
@Tag("properties")
class HistoriesTest {

    private static final int HISTORIES = 1000;
    private static final Set<InterviewStatus> TERMINAL = Set.of(COMPLETED, CANCELLED, NO_SHOW);

    @Provide
    Arbitrary<List<RecordedFact>> histories() {
        return Histories.any();
    }

    /** A whole history of which something was lost, but not that the interview came about. */
    @Provide
    Arbitrary<List<RecordedFact>> losses() {
        var whole = Histories.whole();
        return Arbitraries.subsetOf(whole)
                .filter(kept -> kept.contains(whole.get(0)) || kept.contains(whole.get(1)))
                .map(kept -> whole.stream().filter(kept::contains).toList());
    }

    @Property(tries = HISTORIES)
    @Label("S10, F6: the order and the number of deliveries of the facts do not matter")
    void anyPermutationAndDuplicationGivesTheSameState(
            @ForAll("histories") List<RecordedFact> history, @ForAll long seed) {
        var facts = Course.of(history).giveUp().ledger();
        var random = new Random(seed);
        var again = new ArrayList<>(facts);
        for (var times = random.nextInt(5); times > 0; times--) {
            again.addAll(facts.subList(0, random.nextInt(facts.size() + 1)));
        }
        Collections.shuffle(again, random);
        assertEquals(InterviewState.of(facts), InterviewState.of(again));
    }

    @Property(tries = HISTORIES)
    @Label("S09: whatever is told, deadlines bring every interview to an end, and what took place to its evaluation")
    void everyHistoryComesToAnEnd(@ForAll("histories") List<RecordedFact> history) {
        requireOver(Course.of(history).giveUp().state());
    }

    @Property(tries = HISTORIES)
    @Label("S09: whatever is lost, deadlines end the interview, and telling it late changes no end")
    void anyLossEndsAndIsMendedByReconciliation(@ForAll("losses") List<RecordedFact> kept, @ForAll long seed) {
        var course = Course.of(kept).giveUp();
        requireOver(course.state());
        var ended = course.state().ended();

        var late = new ArrayList<>(Histories.whole());
        Collections.shuffle(late, new Random(seed));
        late.forEach(course::tell);
        course.giveUp();

        requireOver(course.state());
        assertEquals(COMPLETED, course.state().status());
        assertTrue(ended == null || ended.equals(course.state().ended()));
    }

    @Property(tries = HISTORIES)
    @Label("S07: the first end wins and is never rewritten, what is over stays over, versions only grow")
    void terminalFactsNeverRegress(@ForAll("histories") List<RecordedFact> history, @ForAll long seed) {
        var random = new Random(seed);
        var course = new Course();
        for (var fact : history) {
            var before = course.state();
            course.tell(fact);
            if (random.nextInt(4) == 0) {
                course.giveUpNext();
            }
            requireNoRegression(before, course.state());
            if (before.ended() == null && fact.fact() instanceof Fact.EndRequested(var by)) {
                assertEquals(by, assertNotNullAnd(course.state().ended()).by());
            }
        }
    }

    @Property(tries = HISTORIES)
    @Label("S7: no duration is negative, whatever the clocks of the witnesses say")
    void durationsAreNeverNegative(@ForAll("histories") List<RecordedFact> history) {
        var course = new Course();
        for (var fact : history) {
            course.tell(fact);
            var interview = new Interview();
            interview.become(course.state(), Histories.START);
            assertEquals(interview.endedAt == null, interview.durationSeconds == null);
            assertTrue(interview.durationSeconds == null || interview.durationSeconds >= 0);
        }
    }

    private static void requireOver(InterviewState state) {
        assertTrue(TERMINAL.contains(state.status()), () -> "is " + state.status());
        assertEquals(state.status() == COMPLETED, state.finalised() != null);
        if (state.status() == NO_SHOW) {
            assertNotNull(state.blame());
            assertNull(state.evaluationStatus());
        }
    }

    private static void requireNoRegression(InterviewState before, InterviewState after) {
        if (before.ended() != null) {
            assertEquals(before.ended(), after.ended());
            assertTrue(TERMINAL.contains(after.status()), () -> "is " + after.status());
        }
        if (before.finalised() != null) {
            assertEquals(COMPLETED, after.status());
            assertTrue(assertNotNullAnd(after.finalised()).number()
                    >= before.finalised().number());
        }
    }

    private static <T> T assertNotNullAnd(T value) {
        assertNotNull(value);
        return value;
    }
}
