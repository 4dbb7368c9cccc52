package dev.colloquy.simulators.openai.webhooks;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code webhook-signature}: {@code v1,<base64 HMAC-SHA256 of "<id>.<unix s>.<raw body>">}. */
final class StandardSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    StandardSignature(String secret) {
        this.key = new SecretKeySpec(key(secret), ALGORITHM);
    }

    /** A secret that begins with {@code whsec_} is the key in base64. */
    private static byte[] key(String secret) {
        try {
            return secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                    : secret.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("OPENAI_WEBHOOK_SECRET is not base64 after whsec_", notBase64);
        }
    }

    String of(String id, Instant at, Buffer body) {
        String prefix = id + "." + at.getEpochSecond() + ".";
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
