package dev.colloquy.simulators.elevenlabs.webhooks;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code ElevenLabs-Signature}: {@code t=<unix s>,v0=<hex HMAC-SHA256 of "<t>.<raw body>">}. */
final class PostCallSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PIECE = 64 * 1024;

    private final SecretKeySpec key;

    PostCallSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String of(Buffer body, Instant now) {
        String prefix = now.getEpochSecond() + ".";
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            for (int from = 0; from < body.length(); from += PIECE) {
                mac.update(body.getBytes(from, Math.min(body.length(), from + PIECE)));
            }
            return "t=" + now.getEpochSecond() + ",v0=" + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
