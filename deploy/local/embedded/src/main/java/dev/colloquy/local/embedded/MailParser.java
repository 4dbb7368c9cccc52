package dev.colloquy.local.embedded;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart: its first text, HTML and calendar part, and the names of what is attached. */
final class MailParser {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final List<String> attachments = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;
    private @Nullable String calendar;

    private MailParser() {}

    static ReceivedMail parse(String id, InputStream source) throws IOException {
        try {
            var message = new MimeMessage(SESSION, source);
            var parts = new MailParser();
            parts.read(message);
            return new ReceivedMail(
                    id,
                    addressOf(message.getFrom()),
                    Objects.requireNonNullElse(message.getHeader("Delivered-To", null), ""),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    Optional.ofNullable(message.getSentDate())
                            .map(Date::toInstant)
                            .orElse(null),
                    parts.text,
                    parts.html,
                    List.copyOf(parts.attachments),
                    parts.calendar);
        } catch (MessagingException e) {
            throw new IOException("Mail " + id + " cannot be read", e);
        }
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                read(multipart.getBodyPart(i));
            }
            return;
        }
        if (part.getFileName() != null) {
            attachments.add(part.getFileName());
        }
        if (part.isMimeType("text/calendar")) {
            calendar = calendar == null ? contentOf(part) : calendar;
        } else if (part.getFileName() == null && part.isMimeType("text/html")) {
            html = html == null ? contentOf(part) : html;
        } else if (part.getFileName() == null && part.isMimeType("text/plain")) {
            text = text == null ? contentOf(part) : text;
        }
    }

    private static String contentOf(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof String content
                ? content
                : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String addressOf(Address @Nullable [] senders) {
        if (senders == null || senders.length == 0) {
            return "";
        }
        return senders[0] instanceof InternetAddress sender ? sender.toUnicodeString() : senders[0].toString();
    }
}
