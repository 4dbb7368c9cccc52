package dev.colloquy.booking.booking;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When: the instant counts; zone and wall time are what the candidate saw, kept because zone rules change. */
@Embeddable
public record Appointment(Instant scheduledAt, ZoneId timeZone, LocalDateTime wallTime) {}
