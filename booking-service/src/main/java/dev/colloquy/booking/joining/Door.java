package dev.colloquy.booking.joining;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.booking.InterviewOver;
import dev.colloquy.booking.joining.SessionClient.Admission;
import dev.colloquy.booking.link.LinkToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Lets a candidate in: window first, then session-service, then the note that he was in. */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** Refusals that pass: a slow request, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 429);

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
                .transform(e -> refusalIn(e, booking))
                .invoke(admission -> requireLive(admission, booking))
                .chain(() -> joining.admitted(booking))
                .invoke(first -> tell(first, booking))
                .replaceWith(booking);
    }

    /** What session-service refuses it will refuse again; only when it does not answer is it worth trying again. */
    private static RuntimeException refusalIn(Throwable e, Booking booking) {
        var status = e instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : Status.SERVICE_UNAVAILABLE.getStatusCode();
        return Family.familyOf(status) == Family.CLIENT_ERROR && !PASSING.contains(status)
                ? new AdmissionRefused(booking.interviewId(), status, e)
                : new SessionUnavailable(e);
    }

    private static void tell(boolean first, Booking booking) {
        if (first) {
            LOG.infof("Candidate admitted interviewId=%s", booking.interviewId());
        }
    }

    private static void requireLive(Admission admission, Booking booking) {
        if (!admission.live()) {
            throw new InterviewOver(booking.interviewId());
        }
    }
}
