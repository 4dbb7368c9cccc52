package dev.colloquy.session.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note of the candidate's. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DisputeView(UUID id, @Nullable UUID entryId, String note, Instant notedAt) {

    /** The oldest first. */
    record Page(List<DisputeView> items) {}
}
