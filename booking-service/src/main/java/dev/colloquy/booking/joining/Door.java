package dev.colloquy.booking.joining;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.booking.InterviewOver;
import dev.colloquy.booking.joining.SessionClient.Admission;
import dev.colloquy.booking.link.LinkToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Lets a candidate in: window first, then session-service, then the note that he was in. */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private final JoiningService joining;
    private final SessionClient session;

    Door(JoiningService joining, @RestClient SessionClient session) {
        this.joining = joining;
        this.session = session;
    }

    /** The booking of the candidate who is now in. */
    Uni<Booking> enter(LinkToken link) {
        return joining.receive(link).chain(this::admit);
    }

    private Uni<Booking> admit(Entrant entrant) {
        var booking = entrant.booking();
        InterviewTrail.mark(booking.interviewId());
        return session.admit(booking.interviewId(), entrant.admissionRequest())
                .onFailure()
                .transform(SessionUnavailable::new)
                .invoke(admission -> requireLive(admission, booking))
                .chain(() -> joining.admitted(booking))
                .invoke(() -> LOG.info("Candidate admitted"))
                .replaceWith(booking);
    }

    private static void requireLive(Admission admission, Booking booking) {
        if (!admission.live()) {
            throw new InterviewOver(booking.interviewId());
        }
    }
}
