package dev.colloquy.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recording has come to its end, for better or worse. */
public record EgressEnded(
        UUID eventId,
        Instant occurredAt,
        InterviewId interviewId,
        @Nullable String egressId,
        EgressStatus status,
        FactSource source,
        @Nullable String location,
        long durationSeconds)
        implements Event {

    @Override
    public String key() {
        return interviewId.toString();
    }
}
