package dev.colloquy.session.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A fact with its evidence. The same evidence is recorded once per kind of fact, however often it is told.
 *
 * @param evidenceId names the evidence among all that the witness ever gives
 */
public record RecordedFact(Fact fact, Witness source, String evidenceId, Instant occurredAt) {

    /** To the microsecond, as the table keeps it. */
    public RecordedFact {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same, except that it occurred then. */
    public RecordedFact at(Instant then) {
        return new RecordedFact(fact, source, evidenceId, then);
    }
}
