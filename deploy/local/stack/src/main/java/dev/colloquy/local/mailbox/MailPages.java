package dev.colloquy.local.mailbox;

import dev.colloquy.local.embedded.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The HTML of the mailbox. */
final class MailPages {

    private static final String PAGE = read();

    private MailPages() {}

    static String list(List<ReceivedMail> mails) {
        if (mails.isEmpty()) {
            return page("Mails", "<h1>Mails</h1><p>No mail has arrived yet. Reload the page to look again.</p>");
        }
        var rows = mails.stream().map(MailPages::row).collect(Collectors.joining("\n"));
        return page("Mails", "<h1>Mails</h1><ul>" + rows + "</ul>");
    }

    static String one(ReceivedMail mail) {
        var content = new StringBuilder();
        content.append("<p><a href=\"/mailbox\">All mails</a></p><h1>%s</h1>".formatted(subjectOf(mail)))
                .append("<dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Sent</dt><dd>%s</dd></dl>"
                        .formatted(escape(mail.from()), escape(mail.to()), sentAt(mail)));
        if (mail.html() != null) {
            content.append("<iframe title=\"The mail\" src=\"/mailbox/%s/html\" sandbox=\"%s\"></iframe>"
                    .formatted(escape(mail.id()), "allow-popups allow-popups-to-escape-sandbox"));
        }
        section(content, "Text", mail.text());
        section(content, "Calendar", mail.calendar());
        if (!mail.attachments().isEmpty()) {
            section(content, "Attachments", String.join("\n", mail.attachments()));
        }
        return page(subjectOf(mail), content.toString());
    }

    static String missing() {
        return page(
                "No such mail",
                "<h1>No such mail</h1><p>Only the newest 500 are kept. <a href=\"/mailbox\">All mails</a></p>");
    }

    private static String row(ReceivedMail mail) {
        return "<li><a href=\"/mailbox/%s\">%s</a><br>to %s, %s</li>"
                .formatted(escape(mail.id()), subjectOf(mail), escape(mail.to()), sentAt(mail));
    }

    private static void section(StringBuilder content, String title, @Nullable String text) {
        if (text != null) {
            content.append("<h2>%s</h2><pre>%s</pre>".formatted(title, escape(text)));
        }
    }

    private static String page(String title, String content) {
        return PAGE.replace("{title}", title).replace("{content}", content);
    }

    private static String subjectOf(ReceivedMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : escape(mail.subject());
    }

    private static String sentAt(ReceivedMail mail) {
        return Objects.requireNonNullElse(mail.sentAt(), "time unknown").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String read() {
        try (var in = Objects.requireNonNull(MailPages.class.getResourceAsStream("page.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
