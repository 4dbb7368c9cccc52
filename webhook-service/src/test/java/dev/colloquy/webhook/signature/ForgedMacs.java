package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Values of ElevenLabs' and OpenAI's signature headers that were made by other rules than theirs. */
final class ForgedMacs {

    private static final HexFormat HEX = HexFormat.of();

    private final Party party;
    private final byte[] body;
    private final String time;
    private final String before;

    private ForgedMacs(Party party, byte[] body, Instant now) {
        this.party = party;
        this.body = body;
        this.time = String.valueOf(now.getEpochSecond());
        this.before = (party == Party.OPENAI ? "wh_1." : "") + time + ".";
    }

    static Stream<String> of(Party party, byte[] body, Instant now) {
        var macs = new ForgedMacs(party, body, now);
        var forged = Stream.of(macs.algorithms(), macs.keys(), macs.contents(), macs.parts())
                .flatMap(kind -> kind)
                .flatMap(macs::written);
        return Stream.concat(forged, macs.otherForms());
    }

    private Stream<byte[]> algorithms() {
        var keyed = Stream.of("HmacSHA1", "HmacSHA224", "HmacSHA384", "HmacSHA512", "HmacSHA512/256", "HmacMD5")
                .map(algorithm -> mac(algorithm, key(), signed(before)));
        var plain = Stream.of(signed(before), joined(key(), signed(before)), joined(signed(before), key()), body)
                .map(Sha256::of);
        return Stream.concat(keyed, plain);
    }

    private Stream<byte[]> keys() {
        var secret = party.secret(1);
        return Stream.of("\0", " ", "secret", "whsec_", secret + " ", secret + "\n", "Whsec_" + secret, secret + secret)
                .map(key -> mac("HmacSHA256", key.getBytes(UTF_8), signed(before)));
    }

    /** The right key, over something else. */
    private Stream<byte[]> contents() {
        return Stream.of("", time, "." + time + ".", time + "..", "0" + before, before.replace('.', ','), before + " ")
                .map(other -> mac("HmacSHA256", key(), signed(other)));
    }

    /** Parts of the right one, and none. */
    private Stream<byte[]> parts() {
        var right = right();
        return Stream.of(
                new byte[0],
                new byte[32],
                new byte[] {right[0]},
                Arrays.copyOf(right, 31),
                Arrays.copyOf(right, 33),
                joined(right, right));
    }

    /** The right one, written in another way. */
    private Stream<String> otherForms() {
        var hex = HEX.formatHex(right());
        var base64 = Base64.getEncoder().encodeToString(right());
        var bare = base64.replace("=", "");
        return party == Party.OPENAI
                ? Stream.of("v1," + hex, "v1," + bare, "v1,=" + bare, "v1a," + base64, "V1," + base64, base64)
                : Stream.of(
                                "v0=" + base64,
                                "v1=" + hex,
                                "V0=" + hex,
                                "v0=0x" + hex,
                                "v0=" + hex.toUpperCase(Locale.ROOT))
                        .map(value -> "t=" + time + "," + value);
    }

    private byte[] right() {
        return mac("HmacSHA256", key(), signed(before));
    }

    private Stream<String> written(byte[] mac) {
        var hex = HEX.formatHex(mac);
        var base64 = Base64.getEncoder().encodeToString(mac);
        return party == Party.OPENAI
                ? Stream.of("v1," + base64, "v1," + hex, "v1a," + base64, "v1=" + base64, base64, "v1,,v1," + base64)
                : Stream.of("t=" + time + ",v0=" + hex, "t=" + time + ",v0=" + base64, "t=" + time + ",v1=" + hex);
    }

    private byte[] key() {
        var secret = party.secret(1);
        return party == Party.OPENAI
                ? Base64.getDecoder().decode(secret.substring("whsec_".length()))
                : secret.getBytes(UTF_8);
    }

    private byte[] signed(String prefix) {
        return joined(prefix.getBytes(UTF_8), body);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        List.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] mac(String algorithm, byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
