package dev.colloquy.booking.booking;

import dev.colloquy.booking.resume.Resume;
import dev.colloquy.events.Provider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a tenant's bookings, the latest first. */
record BookingListView(List<Item> items, int page, int size, long total) {

    /** A booking as recruiters see it. */
    record Item(
            UUID bookingId,
            UUID interviewId,
            String name,
            String email,
            String phone,
            Instant scheduledAt,
            String timeZone,
            @Nullable UUID positionId,
            Provider provider,
            @Nullable String resumeUrl,
            boolean emailSent,
            boolean recording,
            @Nullable Instant admittedAt,
            @Nullable Instant endedAt) {}

    static BookingListView of(List<Booking> bookings, int page, int size, long total) {
        return new BookingListView(bookings.stream().map(BookingListView::item).toList(), page, size, total);
    }

    private static Item item(Booking booking) {
        return new Item(
                booking.id,
                booking.interviewId,
                booking.applicant.name(),
                booking.applicant.email(),
                booking.applicant.phone(),
                booking.appointment.scheduledAt(),
                booking.appointment.timeZone().getId(),
                booking.positionId,
                booking.provider,
                booking.resumeId().map(Resume::addressOf).orElse(null),
                booking.isMailed(),
                booking.hasConsent(),
                booking.admittedAt,
                booking.endedAt);
    }
}
