package dev.colloquy.local.embedded;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;

/** An SMTP server that accepts every mail and delivers none: they wait in a folder to be read. */
public final class EmbeddedMail implements AutoCloseable {

    private final PartFolder folder;
    private final GreenMail server;
    private final MailFolder mails;
    private final GreenMailUser sink;

    private EmbeddedMail(PartFolder folder, GreenMail server) throws UserException {
        this.folder = folder;
        this.server = server;
        this.mails = new MailFolder(folder.path());
        this.sink = server.getUserManager().createUser("sink@localhost", "sink", "");
    }

    /**
     * Starts the server.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedMail start(PartFolder folder, int port) {
        QuietLogs.apply();
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            var mail = new EmbeddedMail(folder, server);
            server.getUserManager().setMessageDeliveryHandler(mail::keep);
            server.start();
            return mail;
        } catch (UserException e) {
            throw new IllegalStateException("The mail server did not start on port " + port, e);
        }
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** The newest first, 500 at most: older ones are forgotten. */
    public List<ReceivedMail> messages() {
        return mails.messages();
    }

    public Map<String, String> environment() {
        return Map.of("SMTP_HOST", "127.0.0.1", "SMTP_PORT", String.valueOf(port()));
    }

    @Override
    public void close() {
        server.stop();
        folder.close();
    }

    /** Called once for each recipient, before the sender is told that the mail was accepted. */
    private GreenMailUser keep(MovingMessage message, MailAddress recipient) throws MessagingException {
        mails.add(message.getMessage(), recipient.getEmail());
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new MessagingException("The mail could not be kept", e);
        }
        return sink;
    }
}
