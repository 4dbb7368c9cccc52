package dev.colloquy.gateway.ticket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The 128 random bits a browser holds, as 32 hexadecimal digits. Only their SHA-256 is ever stored. */
record TicketSecret(String text) {

    private static final int BYTES = 16;

    static TicketSecret random(SecureRandom random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return new TicketSecret(HexFormat.of().formatHex(bits));
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "TicketSecret";
    }
}
