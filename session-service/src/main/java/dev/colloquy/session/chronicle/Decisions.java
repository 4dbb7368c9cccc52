package dev.colloquy.session.chronicle;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.ledger.Decision;
import dev.colloquy.session.ledger.InterviewState;
import dev.colloquy.session.ledger.RecordedFact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Takes the decisions that facts call for: that an interview is over, and that it can be evaluated as it is. */
@ApplicationScoped
class Decisions {

    private final FinalTranscript transcript;
    private final Clock clock;

    Decisions(FinalTranscript transcript, Clock clock) {
        this.transcript = transcript;
        this.clock = clock;
    }

    /** The decisions to be recorded next; none where the facts leave nothing to decide. */
    Uni<List<RecordedFact>> of(InterviewId id, List<RecordedFact> known) {
        var state = InterviewState.of(known);
        var ends = state.mustEnd() ? List.of(Decision.ended(id, state)) : List.<RecordedFact>of();
        var over = ends.isEmpty() ? state : InterviewState.of(joined(known, ends));
        return over.mustFinalise()
                ? transcript
                        .hash(id)
                        .map(hash -> Decision.finalised(id, over, hash, clock.instant()))
                        .call(version -> transcript.keep(id, version, over.recording()))
                        .map(version -> joined(ends, List.of(version)))
                : Uni.createFrom().item(ends);
    }

    private static List<RecordedFact> joined(List<RecordedFact> some, List<RecordedFact> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
