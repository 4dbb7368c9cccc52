package dev.colloquy.booking.peers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a test session-service and a mail server, both of which can be down. */
public final class Peers implements QuarkusTestResourceLifecycleManager {

    private static final SessionPeer SESSION = new SessionPeer();
    private static final MailPeer MAIL = new MailPeer();

    public static SessionPeer session() {
        return SESSION;
    }

    public static MailPeer mail() {
        return MAIL;
    }

    @Override
    public Map<String, String> start() {
        return Map.of("SESSION_URL", SESSION.url(), "SMTP_HOST", "127.0.0.1", "SMTP_PORT", String.valueOf(MAIL.port()));
    }

    @Override
    public void stop() {
        SESSION.stop();
        MAIL.stop();
    }
}
