package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * ElevenLabs' rule: {@code ElevenLabs-Signature: t=<unix seconds>,v0=<hex>}, where v0 is HMAC-SHA256 over
 * {@code t.body}. The parts may come in any order, and several v0 while the sender rotates its secret.
 */
@ApplicationScoped
public class ElevenLabsSignature {

    private final ElevenLabsConfig elevenLabs;
    private final ElevenLabsWebhookConfig config;
    private final Clock clock;

    ElevenLabsSignature(ElevenLabsConfig elevenLabs, ElevenLabsWebhookConfig config, Clock clock) {
        this.elevenLabs = elevenLabs;
        this.config = config;
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
        var signedWith = signer(parts, body).orElseThrow(() -> refused(Reason.WRONG_SIGNATURE));
        requireTimely(parts.signedAt());
        return new VerifiedBody(Provider.ELEVENLABS, body, signedWith);
    }

    private Optional<KeyAge> signer(SignatureParts parts, byte[] body) {
        if (isSigned(parts, body, elevenLabs.webhookSecret())) {
            return Optional.of(KeyAge.CURRENT);
        }
        return config.previousSecret()
                .filter(secret -> isSigned(parts, body, secret))
                .map(_ -> KeyAge.PREVIOUS);
    }

    private static boolean isSigned(SignatureParts parts, byte[] body, String secret) {
        var expected = hmac(secret, parts.time(), body).getBytes(UTF_8);
        return parts.signatures().stream()
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)));
    }

    private static String hmac(String secret, String time, byte[] body) {
        return HexFormat.of()
                .formatHex(Hmac.sha256(Hmac.key(secret.getBytes(UTF_8)), (time + ".").getBytes(UTF_8), body));
    }

    private void requireTimely(Instant signedAt) {
        var now = clock.instant();
        if (signedAt.isBefore(now.minus(config.maxAge())) || signedAt.isAfter(now.plus(config.maxAhead()))) {
            throw refused(Reason.OUTSIDE_TIME);
        }
    }

    private static WebhookRefused refused(Reason reason) {
        return new WebhookRefused(Provider.ELEVENLABS, reason);
    }
}
