package dev.colloquy.booking.application;

import org.jspecify.annotations.Nullable;

/** What a candidate sends to book. Read by {@link ApplicationReader}, which reports everything that is wrong at once. */
public record ScheduleRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String datetime,
        @Nullable String timeZone,
        @Nullable String resumeUrl,
        @Nullable String resumeText,
        @Nullable String positionId,
        @Nullable Boolean consent) {

    @Override
    public String toString() {
        return "ScheduleRequest[hidden]";
    }
}
