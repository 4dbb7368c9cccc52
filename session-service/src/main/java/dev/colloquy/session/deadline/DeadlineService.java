package dev.colloquy.session.deadline;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.EndedBy;
import dev.colloquy.session.interview.Chronicle;
import dev.colloquy.session.interview.Deadlines;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.ledger.Fact;
import dev.colloquy.session.ledger.InterviewState;
import dev.colloquy.session.ledger.RecordedFact;
import dev.colloquy.session.ledger.Witness;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Gives up waiting, if what was waited for has not come. */
@ApplicationScoped
class DeadlineService {

    private final Chronicle chronicle;
    private final Clock clock;

    DeadlineService(Chronicle chronicle, Clock clock) {
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> reach(Deadlines.Clock due) {
        InterviewTrail.mark(due.interview());
        return chronicle.react(
                due.interview(), state -> isStillAwaited(due, state) ? giveUp(due) : List.<RecordedFact>of());
    }

    private static boolean isStillAwaited(Deadlines.Clock due, InterviewState state) {
        var sameLoss = due.awaySince() == null || due.awaySince().equals(state.awaySince());
        return state.awaiting().contains(due.deadline()) && sameLoss;
    }

    /** An interview whose candidate does not come back was over when the connection was lost. */
    private List<RecordedFact> giveUp(Deadlines.Clock due) {
        var evidence = due.interview() + ":" + due.deadline();
        Instant lost = due.awaySince();
        return due.deadline() == Deadline.RECONNECT && lost != null
                ? List.of(new RecordedFact(new Fact.EndRequested(EndedBy.DISCONNECT), Witness.SESSION, evidence, lost))
                : List.of(new RecordedFact(
                        new Fact.DeadlineReached(due.deadline()), Witness.SESSION, evidence, clock.instant()));
    }
}
