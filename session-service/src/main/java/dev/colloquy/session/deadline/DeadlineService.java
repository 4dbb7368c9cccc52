package dev.colloquy.session.deadline;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.EndedBy;
import dev.colloquy.session.chronicle.Chronicle;
import dev.colloquy.session.chronicle.Deadlines.Alarm;
import dev.colloquy.session.ledger.Fact;
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
    Uni<Void> reach(Alarm due) {
        InterviewTrail.mark(due.interview());
        return chronicle.react(
                due.interview(),
                state -> due.since().equals(state.awaiting().get(due.deadline()))
                        ? List.of(giveUp(due))
                        : List.<RecordedFact>of());
    }

    /** An interview whose candidate does not come back was over when the connection was lost. */
    private RecordedFact giveUp(Alarm due) {
        return switch (due.deadline()) {
            case RECONNECT -> told(due, new Fact.EndRequested(EndedBy.DISCONNECT), due.since());
            case TIME_LIMIT -> told(due, new Fact.EndRequested(EndedBy.DEADLINE), clock.instant());
            case TRANSCRIPT, RECORDING, NO_SHOW -> told(due, new Fact.DeadlineReached(due.deadline()), clock.instant());
        };
    }

    private static RecordedFact told(Alarm due, Fact fact, Instant at) {
        var evidence = due.interview() + ":" + due.deadline() + ":" + due.since();
        return new RecordedFact(fact, Witness.SESSION, evidence, at);
    }
}
