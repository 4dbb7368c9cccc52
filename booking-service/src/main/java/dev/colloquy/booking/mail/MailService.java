package dev.colloquy.booking.mail;

import dev.colloquy.access.TenantRows;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.booking.BookingRepository;
import dev.colloquy.booking.link.LinkRepository;
import dev.colloquy.booking.window.WindowConfig;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.LeasedWork;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MailService {

    static final String QUEUE = "mail";

    private final TenantRows tenantRows;
    private final BookingRepository bookings;
    private final LinkRepository links;
    private final LeasedWork work;
    private final WindowConfig window;
    private final Clock clock;

    MailService(
            TenantRows tenantRows,
            BookingRepository bookings,
            LinkRepository links,
            LeasedWork work,
            WindowConfig window,
            Clock clock) {
        this.tenantRows = tenantRows;
        this.bookings = bookings;
        this.links = links;
        this.work = work;
        this.window = window;
        this.clock = clock;
    }

    /** A letter with a link of its own, or nothing when the mail is out or would come too late. */
    @WithTransaction
    Uni<Optional<Letter>> write(TenantId tenant, UUID bookingId) {
        return tenantRows.of(tenant).chain(() -> bookings.get(bookingId)).chain(this::writeUnlessDone);
    }

    /** Notes that SMTP has accepted the mail, so that nobody sends it again. */
    @WithTransaction
    Uni<Void> sent(TenantId tenant, UUID bookingId) {
        return tenantRows
                .of(tenant)
                .chain(() -> bookings.lock(bookingId))
                .invoke(booking -> booking.mailed(clock.instant()))
                .chain(() -> work.cancel(QUEUE, bookingId.toString()));
    }

    private Uni<Optional<Letter>> writeUnlessDone(Booking booking) {
        return booking.needsInvitation(clock.instant(), window)
                ? links.mint(booking.tenant(), booking.id()).map(link -> Optional.of(new Letter(booking, link)))
                : Uni.createFrom().item(Optional.empty());
    }
}
