package dev.colloquy.booking.application;

import dev.colloquy.booking.booking.Appointment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How times are read: a wall time in a zone ({@code 2024-01-15T14:30}), or a time with an offset. A wall time that the
 * clocks skip is refused; of one that they show twice, the first is meant.
 */
final class AppointmentTime {

    private static final String DATETIME = "datetime";

    private final ApplicationConfig config;
    private final Instant now;
    private final Violations violations;

    AppointmentTime(ApplicationConfig config, Instant now, Violations violations) {
        this.config = config;
        this.now = now;
        this.violations = violations;
    }

    Optional<Appointment> read(@Nullable String datetime, @Nullable String timeZone) {
        var zone = zone(timeZone);
        return time(datetime)
                .flatMap(time -> zone.flatMap(given -> at(time, given)))
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                .filter(this::isBookable)
                .flatMap(time -> zone.map(given -> appointment(time, given)));
    }

    private Optional<TemporalAccessor> time(@Nullable String datetime) {
        if (datetime == null || datetime.isBlank()) {
            violations.add(DATETIME, "must be given");
            return Optional.empty();
        }
        try {
            return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    datetime.strip(), OffsetDateTime::from, LocalDateTime::from));
        } catch (DateTimeException _) {
            violations.add(DATETIME, "must be a date and time, such as 2027-01-15T14:30");
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone(@Nullable String timeZone) {
        if (timeZone == null || timeZone.isBlank()) {
            return Optional.of(config.defaultZone());
        }
        if (ZoneId.getAvailableZoneIds().contains(timeZone.strip())) {
            return Optional.of(ZoneId.of(timeZone.strip()));
        }
        violations.add("timeZone", "must be an IANA time zone, such as Europe/Paris");
        return Optional.empty();
    }

    private Optional<Instant> at(TemporalAccessor time, ZoneId zone) {
        return time instanceof OffsetDateTime exact
                ? Optional.of(exact.toInstant())
                : atWallTime(LocalDateTime.from(time), zone);
    }

    private Optional<Instant> atWallTime(LocalDateTime time, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            violations.add(DATETIME, "does not exist in %s: the clocks are put forward then".formatted(zone));
            return Optional.empty();
        }
        return Optional.of(time.toInstant(offsets.getFirst()));
    }

    private static Appointment appointment(Instant time, ZoneId zone) {
        return new Appointment(time, zone, time.atZone(zone).toLocalDateTime());
    }

    private boolean isBookable(Instant time) {
        if (time.isBefore(now.plus(config.earliest()))) {
            violations.add(
                    DATETIME,
                    "must be at least %d minute(s) ahead"
                            .formatted(config.earliest().toMinutes()));
            return false;
        }
        if (time.isAfter(now.plus(config.latest()))) {
            violations.add(
                    DATETIME,
                    "must be at most %d days ahead".formatted(config.latest().toDays()));
            return false;
        }
        return true;
    }
}
