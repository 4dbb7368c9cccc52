package dev.colloquy.booking.booking;

import dev.colloquy.booking.window.WindowState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A booking as its candidate sees it. */
record BookingView(
        String name,
        Instant scheduledAt,
        String timeZone,
        WindowState window,
        Instant opensAt,
        Instant closesAt,
        @Nullable String positionTitle,
        String consentText,
        @Nullable String resultsUrl) {}
