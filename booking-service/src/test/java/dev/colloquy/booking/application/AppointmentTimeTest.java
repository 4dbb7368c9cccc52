package dev.colloquy.booking.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.access.Problems.Violation;
import dev.colloquy.booking.booking.Appointment;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B2, B12: times")
class AppointmentTimeTest {

    private static final Instant NOW = Instant.parse("2024-01-15T14:29:00Z");

    @Test
    void readsAWallTimeInItsZone() {
        var appointment = read("2024-01-15T16:30", "Europe/Paris");
        assertEquals(Instant.parse("2024-01-15T15:30:00Z"), appointment.scheduledAt());
        assertEquals(ZoneId.of("Europe/Paris"), appointment.timeZone());
        assertEquals(LocalDateTime.parse("2024-01-15T16:30"), appointment.wallTime());
    }

    @Test
    void readsAWallTimeWithoutZoneInTheDefaultZone() {
        assertEquals(
                Instant.parse("2024-01-15T14:30:00Z"),
                read("2024-01-15T14:30", null).scheduledAt());
    }

    @Test
    void readsATimeWithOffsetAndShowsItInTheZone() {
        var appointment = read("2024-06-01T10:00:00+02:00", "Asia/Tokyo");
        assertEquals(Instant.parse("2024-06-01T08:00:00Z"), appointment.scheduledAt());
        assertEquals(LocalDateTime.parse("2024-06-01T17:00"), appointment.wallTime());
        assertEquals(
                Instant.parse("2024-06-01T08:00:00Z"),
                read("2024-06-01T08:00Z", null).scheduledAt());
    }

    @Test
    void refusesATimeThatTheClocksSkip() {
        assertEquals("datetime", violated("2024-03-31T02:30", "Europe/Paris").field());
    }

    @Test
    void takesTheFirstOfATimeThatTheClocksShowTwice() {
        assertEquals(
                Instant.parse("2024-10-27T00:30:00Z"),
                read("2024-10-27T02:30", "Europe/Paris").scheduledAt());
    }

    @Test
    void takesOneMinuteAheadAndNotLess() {
        assertEquals(
                NOW.plus(Duration.ofMinutes(1)), read("2024-01-15T14:30", null).scheduledAt());
        assertEquals("datetime", violated("2024-01-15T14:29:59", null).field());
    }

    @Test
    void refusesWhatIsNoTimeOrTooFarAhead() {
        assertEquals("datetime", violated("tomorrow", null).field());
        assertEquals("datetime", violated("2024-02-30T10:00", null).field());
        assertEquals("datetime", violated("+999999999-01-01T00:00", null).field());
        assertEquals("datetime", violated("2026-01-15T14:30", null).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "+999999999-12-31T23:59:59",
                "-999999999-01-01T00:00:00"
            })
    void refusesTheEndsOfTime(String datetime) {
        assertEquals("datetime", violated(datetime, "Pacific/Kiritimati").field());
        assertEquals("datetime", violated(datetime, "Pacific/Niue").field());
    }

    @Test
    void refusesAZoneThatIsNone() {
        assertEquals("timeZone", violated("2024-06-01T10:00", "Mars/Olympus").field());
        assertEquals("timeZone", violated("2024-06-01T10:00", "+02:00").field());
    }

    private static Appointment read(String datetime, @Nullable String zone) {
        var violations = new Violations();
        var read = new AppointmentTime(config(), NOW, violations).read(datetime, zone);
        violations.refuseAny();
        return read.orElseThrow();
    }

    private static Violation violated(String datetime, @Nullable String zone) {
        List<Violation> violations = assertThrows(InvalidApplication.class, () -> read(datetime, zone))
                .violations();
        assertEquals(1, violations.size());
        return violations.getFirst();
    }

    private static ApplicationConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(ApplicationConfig.class)
                .build()
                .getConfigMapping(ApplicationConfig.class);
    }
}
