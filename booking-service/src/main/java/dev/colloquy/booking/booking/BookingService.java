package dev.colloquy.booking.booking;

import dev.colloquy.access.TenantRows;
import dev.colloquy.booking.link.LinkRepository;
import dev.colloquy.booking.link.LinkToken;
import dev.colloquy.booking.link.WebPages;
import dev.colloquy.booking.position.Position;
import dev.colloquy.booking.position.PositionRepository;
import dev.colloquy.booking.window.WindowConfig;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.TenantId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

@ApplicationScoped
class BookingService {

    private final TenantRows tenantRows;
    private final BookingRepository bookings;
    private final LinkRepository links;
    private final PositionRepository positions;
    private final WindowConfig window;
    private final ConsentText consent;
    private final WebPages pages;
    private final Clock clock;

    BookingService(
            TenantRows tenantRows,
            BookingRepository bookings,
            LinkRepository links,
            PositionRepository positions,
            WindowConfig window,
            ConsentText consent,
            WebPages pages,
            Clock clock) {
        this.tenantRows = tenantRows;
        this.bookings = bookings;
        this.links = links;
        this.positions = positions;
        this.window = window;
        this.consent = consent;
        this.pages = pages;
        this.clock = clock;
    }

    @WithTransaction
    Uni<BookingView> show(LinkToken token) {
        return links.get(token)
                .call(route -> tenantRows.of(route.tenant()))
                .chain(route -> bookings.get(route.bookingId()))
                .chain(this::withPosition);
    }

    @WithTransaction
    Uni<BookingListView> list(TenantId tenant, int page, int size) {
        return tenantRows
                .of(tenant)
                .chain(() -> bookings.page(page, size))
                .chain(found -> bookings.count().map(total -> BookingListView.of(found, page, size, total)));
    }

    @WithTransaction
    Uni<Void> end(InterviewEnded ended) {
        return tenantRows
                .of(ended.tenant())
                .chain(() -> bookings.lockByInterview(ended.interviewId().value()))
                .onItem()
                .ifNotNull()
                .invoke(booking -> booking.end(ended.endedAt()))
                .replaceWithVoid();
    }

    private Uni<BookingView> withPosition(Booking booking) {
        return positions.findOffered(booking.positionId).map(position -> view(booking, position));
    }

    private BookingView view(Booking booking, Optional<Position> position) {
        var open = booking.window(window);
        return new BookingView(
                booking.applicant.name(),
                booking.appointment.scheduledAt(),
                booking.appointment.timeZone().getId(),
                booking.stateAt(clock.instant(), window),
                open.opensAt(),
                open.closesAt(),
                position.map(Position::title).orElse(null),
                consent.text(),
                booking.isEnded() ? pages.results(booking.interviewId()) : null);
    }
}
