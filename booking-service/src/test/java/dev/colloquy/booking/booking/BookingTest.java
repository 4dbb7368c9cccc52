package dev.colloquy.booking.booking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.window.WindowConfig;
import dev.colloquy.events.Provider;
import dev.colloquy.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final Instant AT = Instant.parse("2027-01-15T14:30:00Z");
    private static final WindowConfig WINDOW = new WindowConfig() {
        @Override
        public Duration opensBefore() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration closesAfter() {
            return Duration.ofMinutes(60);
        }
    };

    private final Booking booking = new Booking(
            new TenantId("acme"),
            UUID.randomUUID(),
            new Applicant("Ada Lovelace", "ada@example.org", "5551234567"),
            new Appointment(AT, ZoneOffset.UTC, LocalDateTime.ofInstant(AT, ZoneOffset.UTC)),
            Provider.LIVEKIT,
            AT.minus(Duration.ofDays(1)));

    @Test
    void needsAnInvitationUntilItsWindowCloses() {
        assertTrue(booking.needsInvitation(AT.minus(Duration.ofHours(20)), WINDOW));
        assertTrue(booking.needsInvitation(AT.plus(Duration.ofMinutes(60)), WINDOW));
        assertFalse(booking.needsInvitation(AT.plus(Duration.ofMinutes(61)), WINDOW));
    }

    @Test
    void needsNoSecondInvitation() {
        booking.mailed(AT);
        assertFalse(booking.needsInvitation(AT, WINDOW));
    }

    @Test
    void needsNoInvitationOnceTheCandidateIsIn() {
        assertTrue(booking.admit(AT));
        assertFalse(booking.admit(AT));
        assertFalse(booking.needsInvitation(AT, WINDOW));
    }

    @Test
    void needsNoInvitationAfterTheEnd() {
        booking.end(AT);
        assertFalse(booking.needsInvitation(AT, WINDOW));
    }
}
