package dev.colloquy.webhook.signature;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    static SecretKeySpec key(byte[] secret) {
        return new SecretKeySpec(secret, ALGORITHM);
    }

    /** HMAC-SHA256 over the parts, one behind the other. */
    static byte[] sha256(SecretKeySpec key, byte[]... parts) {
        var mac = sha256(key);
        for (var part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    static Mac sha256(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
