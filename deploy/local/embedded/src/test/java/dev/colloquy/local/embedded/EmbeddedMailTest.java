package dev.colloquy.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMailTest {

    @TempDir
    Path folder;

    @Test
    void showsTheTextTheHtmlAndTheCalendarOfAMail() throws Exception {
        try (var mail = start()) {
            var alternatives = new MimeMultipart("alternative");
            alternatives.addBodyPart(part("Hello Zoë", "text/plain; charset=utf-8"));
            alternatives.addBodyPart(part("<p>Hello Zoë</p>", "text/html; charset=utf-8"));
            var body = new MimeBodyPart();
            body.setContent(alternatives);
            var invitation = part("BEGIN:VCALENDAR", "text/calendar; method=REQUEST");
            invitation.setFileName("interview.ics");
            send(mail, "Your interview", new MimeMultipart(body, invitation));

            var received = mail.messages().getFirst();
            assertEquals("Colloquy <no-reply@example.org>", received.from());
            assertEquals("zoe@example.org", received.to());
            assertEquals("Your interview", received.subject());
            assertEquals("Hello Zoë", received.text());
            assertEquals("<p>Hello Zoë</p>", received.html());
            assertEquals("BEGIN:VCALENDAR", received.calendar());
            assertEquals(List.of("interview.ics"), received.attachments());
        }
    }

    @Test
    void keepsMailsOverARestart() throws Exception {
        try (var mail = start()) {
            send(mail, "First", new MimeMultipart(part("text", "text/plain")));
        }
        try (var mail = start()) {
            send(mail, "Second", new MimeMultipart(part("text", "text/plain")));
            assertEquals(
                    List.of("Second", "First"),
                    mail.messages().stream().map(ReceivedMail::subject).toList());
        }
    }

    @Test
    void forgetsTheOldestMails() throws Exception {
        var mails = new MailFolder(folder);
        for (int number = 1; number <= 501; number++) {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setText("Mail " + number);
            mails.add(message, "zoe@example.org");
        }
        assertEquals(500, mails.messages().size());
        assertEquals("Mail 501", mails.messages().getFirst().text());
        assertEquals("Mail 2", mails.messages().getLast().text());
    }

    private EmbeddedMail start() {
        return EmbeddedMail.start(PartFolder.at(folder), 0);
    }

    private static MimeBodyPart part(String text, String type) throws Exception {
        var part = new MimeBodyPart();
        part.setContent(text, type);
        return part;
    }

    private static void send(EmbeddedMail mail, String subject, MimeMultipart content) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", mail.environment().get("SMTP_HOST"));
        settings.put("mail.smtp.port", mail.environment().get("SMTP_PORT"));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("Colloquy <no-reply@example.org>");
        message.setRecipient(RecipientType.TO, new InternetAddress("zoe@example.org"));
        message.setSubject(subject);
        message.setContent(content);
        Transport.send(message);
    }
}
