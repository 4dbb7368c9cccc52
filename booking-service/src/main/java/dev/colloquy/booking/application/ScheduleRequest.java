package dev.colloquy.booking.application;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate sends to book. Read by {@link ApplicationReader}, which reports everything that is wrong at once;
 * the sizes only keep away what is not worth reading.
 */
public record ScheduleRequest(
        @Size(max = 400) @Nullable String name,
        @Size(max = 400) @Nullable String email,
        @Size(max = 100) @Nullable String phone,
        @Size(max = 100) @Nullable String datetime,
        @Size(max = 100) @Nullable String timeZone,
        @Size(max = 2000) @Nullable String resumeUrl,
        @Size(max = 200_000) @Nullable String resumeText,
        @Size(max = 100) @Nullable String positionId,
        @Nullable Boolean consent) {

    @Override
    public String toString() {
        return "ScheduleRequest[hidden]";
    }
}
