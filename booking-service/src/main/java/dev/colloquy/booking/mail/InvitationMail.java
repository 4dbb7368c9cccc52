package dev.colloquy.booking.mail;

import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.link.LinkToken;
import dev.colloquy.booking.link.WebPages;
import dev.colloquy.messaging.LeasedWork;
import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jboss.logging.Logger;

/** Invites the candidate by mail. SMTP being down never fails a booking: the work stays until it is done. */
@ApplicationScoped
public class InvitationMail {

    private static final Logger LOG = Logger.getLogger(InvitationMail.class);
    private static final String CALENDAR_TYPE = "text/calendar; method=REQUEST; charset=UTF-8";

    private final MailService mails;
    private final LeasedWork work;
    private final WebPages pages;
    private final MailConfig config;
    private final Clock clock;

    InvitationMail(MailService mails, LeasedWork work, WebPages pages, MailConfig config, Clock clock) {
        this.mails = mails;
        this.work = work;
        this.pages = pages;
        this.config = config;
        this.clock = clock;
    }

    /** Leaves the mail to the worker, in the booking's transaction; whoever booked may be faster. */
    public Uni<Void> order(Booking booking) {
        return work.add(
                MailService.QUEUE,
                booking.id().toString(),
                Map.of("tenant", booking.tenant().value()),
                config.retryAfter());
    }

    /** Tries at once, after the commit. Whether SMTP accepted the mail in the time that a caller is made to wait. */
    public Uni<Boolean> tryNow(Booking booking, LinkToken link) {
        var attempt = send(new Letter(booking, link))
                .replaceWith(true)
                .onFailure()
                .invoke(e -> LOG.debugf("Invitation not accepted yet, will be tried again: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(false)
                .memoize()
                .indefinitely();
        attempt.subscribe().with(_ -> {});
        return attempt.ifNoItem().after(config.longestWait()).recoverWithItem(false);
    }

    Uni<Void> send(Letter letter) {
        var booking = letter.booking();
        return invitation(letter)
                .mail(new Mail().setFrom(config.from()))
                .to(booking.applicant().email())
                .subject("Your interview on " + invitation(letter).day())
                .addAttachment("interview.ics", calendar(letter), CALENDAR_TYPE)
                .send()
                .ifNoItem()
                .after(config.attemptTimeout())
                .fail()
                .onFailure()
                .transform(MailNotAccepted::because)
                .chain(() -> mails.sent(booking.tenant(), booking.id()))
                .invoke(() -> LOG.infof("Invitation mail accepted interviewId=%s", booking.interviewId()));
    }

    private Invitation invitation(Letter letter) {
        return Invitation.of(letter.booking(), pages.interview(letter.link()));
    }

    private byte[] calendar(Letter letter) {
        return CalendarEntry.of(letter.booking(), config, clock.instant())
                .invite(pages.interview(letter.link()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
