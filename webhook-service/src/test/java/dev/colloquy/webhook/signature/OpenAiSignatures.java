package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.OpenAiSignature.Headers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bodies as OpenAI does. */
public final class OpenAiSignatures {

    public static final String SECRET = "whsec_" + base64("a key of openai for tests only");
    public static final String OLD_SECRET = "whsec_" + base64("an older key of openai");
    static final String ENDED_SECRET = "whsec_" + base64("an ended key of openai");

    private OpenAiSignatures() {}

    public static Map<String, String> sign(String id, byte[] body, Instant at) {
        return sign(id, body, at, SECRET);
    }

    static Map<String, String> sign(String id, byte[] body, Instant at, String secret) {
        var time = String.valueOf(at.getEpochSecond());
        return Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", mac(secret, id, time, body));
    }

    static Headers headers(String id, byte[] body, Instant at, String secret) {
        var time = String.valueOf(at.getEpochSecond());
        return new Headers(List.of(id), List.of(time), List.of(mac(secret, id, time, body)));
    }

    static String mac(String secret, String id, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
    }
}
