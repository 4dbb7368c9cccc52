package dev.colloquy.gateway.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn as session-service takes it.
 *
 * @param timestamp when it began to be spoken
 * @param startMs the same, in the provider's time of the call
 * @param interrupted whether the other one cut it off
 * @param revision grows with each correction
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        Speaker speaker,
        String text,
        Instant timestamp,
        @Nullable Long startMs,
        boolean interrupted,
        String itemId,
        @Nullable String previousItemId,
        int revision) {}
