package dev.colloquy.booking.peers;

import dev.colloquy.local.embedded.EmbeddedMail;
import dev.colloquy.local.embedded.PartFolder;
import dev.colloquy.local.embedded.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;

/** A mail server that can be stopped, made to hang and started again. */
public final class MailPeer {

    private final PartFolder folder;
    private final int port;
    private ServerSocket silent;
    private EmbeddedMail server;

    MailPeer() {
        try {
            silent = new ServerSocket();
            folder = PartFolder.at(Files.createTempDirectory("booking-mail"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = EmbeddedMail.start(folder, 0);
        port = server.port();
    }

    public void stop() {
        server.close();
    }

    /** Takes connections and never says a word. */
    public void hang() {
        stop();
        try {
            silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        try {
            silent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = EmbeddedMail.start(folder, port);
    }

    public List<ReceivedMail> to(String recipient) {
        return server.messages().stream()
                .filter(mail -> mail.to().equals(recipient))
                .toList();
    }

    int port() {
        return port;
    }
}
