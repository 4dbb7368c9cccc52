package dev.colloquy.session.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, whole in hex or its first eight bytes. */
final class Hashes {

    private Hashes() {}

    static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    static long first8Bytes(String text) {
        return ByteBuffer.wrap(digest(text)).getLong();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
