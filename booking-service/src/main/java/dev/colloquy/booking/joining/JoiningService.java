package dev.colloquy.booking.joining;

import dev.colloquy.access.TenantRows;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.booking.BookingRepository;
import dev.colloquy.booking.link.LinkRepository;
import dev.colloquy.booking.link.LinkToken;
import dev.colloquy.booking.resume.ResumeRepository;
import dev.colloquy.booking.window.WindowConfig;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

@ApplicationScoped
class JoiningService {

    private final TenantRows tenantRows;
    private final LinkRepository links;
    private final BookingRepository bookings;
    private final ResumeRepository resumes;
    private final WindowConfig window;
    private final Clock clock;

    JoiningService(
            TenantRows tenantRows,
            LinkRepository links,
            BookingRepository bookings,
            ResumeRepository resumes,
            WindowConfig window,
            Clock clock) {
        this.tenantRows = tenantRows;
        this.links = links;
        this.bookings = bookings;
        this.resumes = resumes;
        this.window = window;
        this.clock = clock;
    }

    /** Who holds the link, if he may come in now. */
    @WithTransaction
    Uni<Entrant> receive(LinkToken link) {
        return bookingOf(link)
                .invoke(booking -> booking.requireJoinable(clock.instant(), window))
                .chain(this::withResume);
    }

    /** The booking of somebody who may have a bearer: for joining, or for the results afterwards. */
    @WithTransaction
    Uni<Booking> identify(LinkToken link) {
        return bookingOf(link).invoke(booking -> booking.requireJoinableOrEnded(clock.instant(), window));
    }

    /** Notes that session-service has let him in, and whether for the first time. */
    @WithTransaction
    Uni<Boolean> admitted(Booking admitted) {
        return tenantRows
                .of(admitted.tenant())
                .chain(() -> bookings.lock(admitted.id()))
                .map(booking -> booking.admit(clock.instant()));
    }

    private Uni<Booking> bookingOf(LinkToken link) {
        return links.get(link)
                .call(route -> tenantRows.of(route.tenant()))
                .chain(route -> bookings.get(route.bookingId()));
    }

    private Uni<Entrant> withResume(Booking booking) {
        return booking.resumeId()
                .map(id -> resumes.findById(id).map(resume -> entrant(booking, resume.text())))
                .orElseGet(() -> Uni.createFrom().item(entrant(booking, Optional.empty())));
    }

    private static Entrant entrant(Booking booking, Optional<String> text) {
        return new Entrant(booking, text.or(booking::statedResumeText).orElse(null));
    }
}
