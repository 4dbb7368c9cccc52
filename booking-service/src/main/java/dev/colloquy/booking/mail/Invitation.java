package dev.colloquy.booking.mail;

import dev.colloquy.booking.booking.Booking;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of the invitation, as HTML and as text: templates {@code Invitation.html} and {@code Invitation.txt}. */
record Invitation(String firstName, String day, String time, String zone, String link, boolean recording)
        implements MailTemplateInstance {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static Invitation of(Booking booking, String link) {
        var appointment = booking.appointment();
        return new Invitation(
                booking.firstName(),
                DAY.format(appointment.wallTime()),
                TIME.format(appointment.wallTime()),
                appointment.timeZone().getId(),
                link,
                booking.hasConsent());
    }
}
