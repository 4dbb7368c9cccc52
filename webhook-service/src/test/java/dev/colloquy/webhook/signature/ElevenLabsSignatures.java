package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bodies as ElevenLabs does. */
public final class ElevenLabsSignatures {

    public static final String SECRET = "a-secret-of-elevenlabs-for-tests";
    public static final String OLD_SECRET = "an-older-secret-of-elevenlabs";
    static final String ENDED_SECRET = "an-ended-secret-of-elevenlabs";

    private ElevenLabsSignatures() {}

    public static String sign(byte[] body, Instant at) {
        return sign(body, at, SECRET);
    }

    static String sign(byte[] body, Instant at, String secret) {
        return "t=" + at.getEpochSecond() + ",v0=" + mac(secret, String.valueOf(at.getEpochSecond()), body);
    }

    static String mac(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
