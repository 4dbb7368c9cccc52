package dev.colloquy.session.interview;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.colloquy.session.ledger.Deadline;
import java.time.Instant;
import java.util.List;

/**
 * Something an interview waits for.
 *
 * @param until when it is given up, fixed when the wait began
 */
public record Wait(
        Deadline what,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant until) {

    /** All that an interview waits for. */
    public record All(List<Wait> waits) {}
}
