package dev.colloquy.session.transcribing;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.ledger.Witness;

/** What a source told after this version of an interview was final. */
record LateWords(InterviewId interview, Witness source, int version) {

    static final String QUEUE = "late-words";

    /** One for each version, however many batches come late. */
    String key() {
        return interview + ":" + version;
    }
}
