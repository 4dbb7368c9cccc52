package dev.colloquy.simulators.journal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** One line of the journal: who did what when. {@code sequence} only grows and is what {@code since} compares with. */
record JournalEntry(long sequence, Instant at, Provider provider, Direction direction, String what, JsonObject detail) {

    JsonObject view() {
        return new JsonObject()
                .put("sequence", sequence)
                .put("at", at.toString())
                .put("provider", provider.wireName())
                .put("direction", direction.wireName())
                .put("what", what)
                .put("detail", detail);
    }
}
