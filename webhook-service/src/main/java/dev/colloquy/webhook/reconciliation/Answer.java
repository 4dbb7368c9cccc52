package dev.colloquy.webhook.reconciliation;

import dev.colloquy.events.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question found.
 *
 * @param word for operators: what the provider said
 * @param found to be told
 * @param roomSid of a room that is there
 */
record Answer(
        Certainty certainty,
        String word,
        List<Event> found,
        @Nullable String roomSid) {

    /** What a provider that does not answer may still say. */
    static final Answer NONE = new Answer(Certainty.OPEN, "no answer", List.of(), null);

    enum Certainty {
        /** Nothing more will come. */
        COMPLETE,
        /** The provider knows of nothing; it is believed after the deadline. */
        NOTHING,
        /** More may come. */
        OPEN
    }

    static Answer complete(String word, List<Event> found) {
        return new Answer(Certainty.COMPLETE, word, found, null);
    }

    static Answer nothing(String word) {
        return new Answer(Certainty.NOTHING, word, List.of(), null);
    }

    static Answer open(String word, List<Event> found) {
        return new Answer(Certainty.OPEN, word, found, null);
    }
}
