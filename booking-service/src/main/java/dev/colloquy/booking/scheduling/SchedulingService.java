package dev.colloquy.booking.scheduling;

import dev.colloquy.access.TenantRows;
import dev.colloquy.booking.application.ApplicationReader;
import dev.colloquy.booking.application.ScheduleRequest;
import dev.colloquy.booking.booking.BookingRepository;
import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Books once for each idempotency key: the same request gets the same booking, another one is refused. */
@ApplicationScoped
class SchedulingService {

    private final TenantRows tenantRows;
    private final ApplicationReader applications;
    private final EarlierBookingRepository earlier;
    private final BookingRepository bookings;
    private final BookingDesk desk;

    SchedulingService(
            TenantRows tenantRows,
            ApplicationReader applications,
            EarlierBookingRepository earlier,
            BookingRepository bookings,
            BookingDesk desk) {
        this.tenantRows = tenantRows;
        this.applications = applications;
        this.earlier = earlier;
        this.bookings = bookings;
        this.desk = desk;
    }

    @WithTransaction
    Uni<Scheduled> schedule(TenantId tenant, ScheduleRequest request, Optional<IdempotencyKey> key) {
        return tenantRows
                .of(tenant)
                .chain(() -> key.map(given -> bookOnce(tenant, request, given)).orElseGet(() -> book(tenant, request)));
    }

    private Uni<Scheduled> bookOnce(TenantId tenant, ScheduleRequest request, IdempotencyKey key) {
        return earlier.find(tenant, key, request)
                .chain(made -> made.map(this::again)
                        .orElseGet(() -> book(tenant, request).call(now -> earlier.add(key, request, now))));
    }

    private Uni<Scheduled> again(EarlierBooking made) {
        return bookings.get(made.bookingId()).map(booking -> new Scheduled(booking, made.link(), true));
    }

    private Uni<Scheduled> book(TenantId tenant, ScheduleRequest request) {
        return applications.read(request).chain(application -> desk.book(tenant, application));
    }
}
