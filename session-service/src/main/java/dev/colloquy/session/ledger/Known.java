package dev.colloquy.session.ledger;

import java.util.List;

/**
 * What is known of an interview once facts were told.
 *
 * @param facts all of them, in the order of their recording
 * @param isNew whether any of those told was not known before
 */
public record Known(List<RecordedFact> facts, boolean isNew) {}
