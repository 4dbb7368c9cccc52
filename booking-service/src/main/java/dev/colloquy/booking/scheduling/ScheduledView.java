package dev.colloquy.booking.scheduling;

import java.time.Instant;
import java.util.UUID;

/** What a candidate gets for his booking; {@code recording} is whether he agreed to be recorded. */
record ScheduledView(
        boolean ok, String interviewUrl, boolean emailSent, UUID bookingId, Instant expiresAt, boolean recording) {

    @Override
    public String toString() {
        return "ScheduledView[hidden]";
    }
}
