package dev.colloquy.booking.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What candidates are told of the AI interviewer and asked to agree to before anything is recorded. */
@ApplicationScoped
public class ConsentText {

    private final String text;

    ConsentText(ConsentConfig config) {
        this.text = config.text();
    }

    String text() {
        return text;
    }

    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
