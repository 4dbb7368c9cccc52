package dev.colloquy.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A {@code post_call_audio} of hours, which is made while it is sent: it is not in memory here either. */
record LongConversation(String id, int megabytes) {

    /** So many bytes of sound are a megabyte of base64. */
    private static final int SOUND_OF_A_MEGABYTE = (1 << 20) / 4 * 3;

    private byte[] sound() {
        var sound = new byte[SOUND_OF_A_MEGABYTE];
        new Random(megabytes).nextBytes(sound);
        return sound;
    }

    long soundBytes() {
        return (long) SOUND_OF_A_MEGABYTE * megabytes;
    }

    String soundSha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var sound = sound();
            for (int megabyte = 0; megabyte < megabytes; megabyte++) {
                digest.update(sound);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream body() {
        return new SequenceInputStream(Collections.enumeration(
                parts().<InputStream>map(ByteArrayInputStream::new).toList()));
    }

    String signature(String secret, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((at.getEpochSecond() + ".").getBytes(UTF_8));
            parts().forEach(mac::update);
            return "t=" + at.getEpochSecond() + ",v0=" + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<byte[]> parts() {
        var begin = """
                {"type":"post_call_audio","event_timestamp":1790000000,"data":{"agent_id":"agent_1","full_audio":\"""";
        var end = "\",\"conversation_id\":\"%s\"}}".formatted(id);
        var megabyte = Base64.getEncoder().encode(sound());
        return Stream.of(
                        Stream.of(begin.getBytes(UTF_8)),
                        Stream.generate(() -> megabyte).limit(megabytes),
                        Stream.of(end.getBytes(UTF_8)))
                .flatMap(parts -> parts);
    }
}
