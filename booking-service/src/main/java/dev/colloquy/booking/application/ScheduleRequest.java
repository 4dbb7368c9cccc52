package dev.colloquy.booking.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a candidate sends to book. Read by {@link ApplicationReader}, which reports everything that is wrong at once. */
public record ScheduleRequest(
        @Nullable @JsonProperty(required = true) String name,
        @Nullable @JsonProperty(required = true) String email,
        @Nullable @JsonProperty(required = true) String phone,
        @Nullable @JsonProperty(required = true) String datetime,
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
