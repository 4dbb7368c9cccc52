package dev.colloquy.booking.scheduling;

import dev.colloquy.booking.link.LinkToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client repeats a request under. The key itself is never stored: a hash of it finds the earlier booking, and
 * only who sends the key again can open the link that is sealed under it.
 */
record IdempotencyKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{16,255}");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** @throws InvalidIdempotencyKey when it is not 16 to 255 visible ASCII characters, such as a UUID */
    IdempotencyKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidIdempotencyKey();
        }
    }

    String hash() {
        return HexFormat.of().formatHex(derive("look-up", new byte[0]));
    }

    /** Tells one request body from another. */
    byte[] fingerprint(byte[] body) {
        return derive("fingerprint", body);
    }

    byte[] seal(LinkToken link, SecureRandom random) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, link.value().getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    LinkToken open(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var link = crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new LinkToken(new String(link, StandardCharsets.US_ASCII));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(derive("seal", new byte[0]), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A link could not be sealed or opened", e);
        }
    }

    private byte[] derive(String purpose, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "IdempotencyKey[hidden]";
    }
}
