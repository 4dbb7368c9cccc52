package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * ElevenLabs' rule: {@code ElevenLabs-Signature: t=<unix seconds>,v0=<hex>}, where v0 is HMAC-SHA256 over
 * {@code t.body}. The parts may come in any order, and several v0 while the sender rotates its secret.
 */
@ApplicationScoped
public class ElevenLabsSignature {

    private final ElevenLabsWebhookConfig config;
    private final Keyring<SecretKeySpec> keys;
    private final Clock clock;

    ElevenLabsSignature(ElevenLabsConfig elevenLabs, ElevenLabsWebhookConfig config, Clock clock) {
        this.config = config;
        this.keys = new Keyring<>(
                Provider.ELEVENLABS,
                Stream.concat(
                        Stream.of(Key.current(hmacKey(elevenLabs.webhookSecret()))),
                        config.previous().stream().map(old -> Key.previous(hmacKey(old.secret()), old.expires()))));
        this.clock = clock;
    }

    /**
     * Checks a request.
     *
     * @throws WebhookRefused unless exactly one header proves that ElevenLabs sent exactly this body, lately
     */
    public VerifiedBody verify(byte[] body, List<String> header) {
        WebhookRefused.ifLarger(Provider.ELEVENLABS, body, config.maxBody().asLongValue());
        var parts = SignatureParts.of(WebhookRefused.single(Provider.ELEVENLABS, header));
        var now = clock.instant();
        var signedWith =
                keys.signer(now, key -> isSigned(parts, body, key)).orElseThrow(() -> refused(Reason.WRONG_SIGNATURE));
        requireTimely(parts.signedAt(), now);
        return new VerifiedBody(Provider.ELEVENLABS, body, signedWith);
    }

    private static boolean isSigned(SignatureParts parts, byte[] body, SecretKeySpec key) {
        var mac = Hmac.sha256(key, (parts.time() + ".").getBytes(UTF_8), body);
        var expected = HexFormat.of().formatHex(mac).getBytes(UTF_8);
        return parts.signatures().stream()
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)));
    }

    private void requireTimely(Instant signedAt, Instant now) {
        if (signedAt.isBefore(now.minus(config.maxAge())) || signedAt.isAfter(now.plus(config.maxAhead()))) {
            throw refused(Reason.OUTSIDE_TIME);
        }
    }

    private static SecretKeySpec hmacKey(String secret) {
        return Hmac.key(secret.getBytes(UTF_8));
    }

    private static WebhookRefused refused(Reason reason) {
        return new WebhookRefused(Provider.ELEVENLABS, reason);
    }
}
