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
            return "t=" + now.getEpochSecond() + ",v0=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
