package dev.colloquy.booking.peers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a test session-service and a mail server, both of which can be down, and the addresses around them. */
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
        return Map.of(
                "SESSION_URL", SESSION.url(),
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", String.valueOf(MAIL.port()),
                "MAIL_FROM", "interviews@colloquy.example",
                "PUBLIC_URL", "http://localhost:8080",
                "LIVEKIT_URL", "http://livekit.example:7880",
                "LIVEKIT_API_KEY", "key",
                "LIVEKIT_API_SECRET", "a-secret-of-livekit-for-tests-only");
    }

    @Override
    public void stop() {
        SESSION.stop();
        MAIL.stop();
    }
}
