package dev.colloquy.session.ledger;

import com.fasterxml.uuid.Generators;
import dev.colloquy.events.InterviewId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a history as the service does: evidence counts once, decisions are taken, and what is awaited is given up. */
final class Course {

    private static final int MOST_DEADLINES = 20;

    /** From one status to another. */
    record Transition(InterviewStatus from, InterviewStatus to) {}

    private final InterviewId id =
            new InterviewId(Generators.timeBasedEpochGenerator().generate());
    private final List<RecordedFact> ledger = new ArrayList<>();
    private final Set<List<Object>> evidence = new HashSet<>();
    private final Set<Transition> transitions = new HashSet<>();
    private Instant now = Histories.START;
    private InterviewState state = InterviewState.of(ledger);

    static Course of(List<RecordedFact> history) {
        var course = new Course();
        history.forEach(course::tell);
        return course;
    }

    void tell(RecordedFact fact) {
        now = fact.occurredAt().isAfter(now) ? fact.occurredAt() : now;
        var before = state.status();
        record(fact);
        if (state.mustEnd()) {
            record(Decision.ended(id, state));
        }
        if (state.mustFinalise()) {
            record(Decision.finalised(id, state, "hash", now));
        }
        if (before != state.status()) {
            transitions.add(new Transition(before, state.status()));
        }
    }

    /** Nothing more is told: every wait that there is, or that follows, ends without what it was for. */
    Course giveUp() {
        for (var rings = 0; !state.awaiting().isEmpty(); rings++) {
            if (rings > MOST_DEADLINES) {
                throw new AssertionError("Waits for ever: " + state.awaiting());
            }
            giveUpNext();
        }
        return this;
    }

    void giveUpNext() {
        state.awaiting().entrySet().stream().min(Map.Entry.comparingByValue()).ifPresent(wait -> {
            now = now.plusSeconds(3600);
            tell(Decision.givenUp(id, wait.getKey(), wait.getValue(), now.toString(), now));
        });
    }

    InterviewState state() {
        return state;
    }

    List<RecordedFact> ledger() {
        return List.copyOf(ledger);
    }

    Set<Transition> transitions() {
        return transitions;
    }

    /** As the table does: one evidence of a witness for each kind, one end for each interview. */
    private void record(RecordedFact fact) {
        var isSecondEnd = fact.fact() instanceof Fact.Ended
                && ledger.stream().anyMatch(known -> known.fact() instanceof Fact.Ended);
        if (!isSecondEnd
                && evidence.add(
                        List.of(fact.source(), fact.evidenceId(), fact.fact().kind()))) {
            ledger.add(fact);
            state = InterviewState.of(ledger);
        }
    }
}
