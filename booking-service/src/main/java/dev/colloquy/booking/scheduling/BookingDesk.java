package dev.colloquy.booking.scheduling;

import dev.colloquy.booking.application.Application;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.booking.BookingRepository;
import dev.colloquy.booking.booking.ConsentText;
import dev.colloquy.booking.link.LinkRepository;
import dev.colloquy.booking.mail.InvitationMail;
import dev.colloquy.booking.window.WindowConfig;
import dev.colloquy.events.InterviewScheduled;
import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Makes a booking with everything that belongs to it, in the caller's transaction: link, event, order for the mail. */
@ApplicationScoped
class BookingDesk {

    private final BookingRepository bookings;
    private final LinkRepository links;
    private final InvitationMail mail;
    private final Outbox outbox;
    private final ConsentText consent;
    private final WindowConfig window;
    private final Clock clock;

    BookingDesk(
            BookingRepository bookings,
            LinkRepository links,
            InvitationMail mail,
            Outbox outbox,
            ConsentText consent,
            WindowConfig window,
            Clock clock) {
        this.bookings = bookings;
        this.links = links;
        this.mail = mail;
        this.outbox = outbox;
        this.consent = consent;
        this.window = window;
        this.clock = clock;
    }

    Uni<Scheduled> book(TenantId tenant, Application application) {
        return bookings.candidateOf(tenant, application.applicant().email())
                .chain(candidate -> bookings.persist(booking(tenant, candidate, application)))
                .call(mail::order)
                .call(booking -> publish(booking.scheduled(window)))
                .chain(booking -> links.mint(tenant, booking.id()).map(link -> new Scheduled(booking, link, false)));
    }

    private Booking booking(TenantId tenant, UUID candidate, Application application) {
        var booking = new Booking(
                        tenant,
                        candidate,
                        application.applicant(),
                        application.appointment(),
                        application.provider(),
                        clock.instant())
                .forPosition(application.positionId().orElse(null))
                .withResume(
                        application.resumeId().orElse(null),
                        application.statedResumeText().orElse(null));
        return application.consent() ? booking.withConsentTo(consent) : booking;
    }

    private Uni<Void> publish(InterviewScheduled event) {
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }
}
