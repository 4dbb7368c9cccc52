package dev.colloquy.booking.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The secret of an invitation link: 128 random bits as 32 hexadecimal digits. Only its SHA-256 is stored. */
public record LinkToken(String value) {

    private static final int BYTES = 16;
    private static final Pattern IN_TEXT = Pattern.compile("(?<![0-9a-f-])[0-9a-f]{32}(?![0-9a-f])");

    public static LinkToken mint(SecureRandom random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return new LinkToken(HexFormat.of().formatHex(bits));
    }

    /** The text with every token in it made unreadable. */
    static String redact(String text) {
        return IN_TEXT.matcher(text).replaceAll("{token}");
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "LinkToken[hidden]";
    }
}
