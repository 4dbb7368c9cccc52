package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A body of ElevenLabs' that is checked while it passes: nothing of it may be believed before its end. */
public final class PassingBody {

    private final SignatureParts parts;
    private final Keyring<SecretKeySpec> keys;
    private final Instant begunAt;
    private final Map<SecretKeySpec, Mac> macs;

    /** Every body begins with the time it was signed at. */
    PassingBody(SignatureParts parts, Keyring<SecretKeySpec> keys, Instant begunAt) {
        this.parts = parts;
        this.keys = keys;
        this.begunAt = begunAt;
        this.macs = keys.proofs().distinct().collect(toMap(Function.identity(), Hmac::sha256));
        macs.values().forEach(mac -> mac.update((parts.time() + ".").getBytes(UTF_8)));
    }

    public void update(byte[] bytes, int offset, int length) {
        macs.values().forEach(mac -> mac.update(bytes, offset, length));
    }

    /**
     * Ends the check.
     *
     * @throws WebhookRefused unless ElevenLabs signed exactly what has passed, with a key that counted when it began
     */
    public Proof end() {
        var signed = macs.entrySet().stream()
                .filter(mac -> isSigned(mac.getValue().doFinal()))
                .map(Map.Entry::getKey)
                .collect(toSet());
        return keys.signer(begunAt, signed::contains)
                .map(Proof::new)
                .orElseThrow(() -> new WebhookRefused(Provider.ELEVENLABS, Reason.WRONG_SIGNATURE));
    }

    private boolean isSigned(byte[] mac) {
        var expected = HexFormat.of().formatHex(mac).getBytes(UTF_8);
        return parts.signatures().stream()
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)));
    }

    /** ElevenLabs sent what has passed. */
    public static final class Proof {

        private final KeyAge signedWith;

        private Proof(KeyAge signedWith) {
            this.signedWith = signedWith;
        }

        /** The bytes that have passed, or what is kept in their place. */
        public VerifiedBody of(byte[] bytes) {
            return new VerifiedBody(Provider.ELEVENLABS, bytes, signedWith);
        }
    }
}
