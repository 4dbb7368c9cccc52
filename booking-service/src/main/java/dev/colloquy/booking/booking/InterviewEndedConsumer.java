package dev.colloquy.booking.booking;

import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.Topics;
import dev.colloquy.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class InterviewEndedConsumer {

    private final Inbox inbox;
    private final BookingService bookings;

    InterviewEndedConsumer(Inbox inbox, BookingService bookings) {
        this.inbox = inbox;
        this.bookings = bookings;
    }

    @Incoming(Topics.INTERVIEW_ENDED)
    Uni<Void> on(InterviewEnded event) {
        return inbox.once("end-booking", event.eventId(), () -> bookings.end(event));
    }
}
