package dev.colloquy.session.ledger;

import java.time.Instant;

/**
 * A fact with its evidence. The same evidence is recorded once per kind of fact, however often it is told.
 *
 * @param evidenceId names the evidence among all that the witness ever gives
 */
public record RecordedFact(Fact fact, Witness source, String evidenceId, Instant occurredAt) {}
