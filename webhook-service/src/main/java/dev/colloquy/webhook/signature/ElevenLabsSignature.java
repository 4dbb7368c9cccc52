package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
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
        var passing = begin(header);
        passing.update(body, 0, body.length);
        return passing.end().of(body);
    }

    /**
     * Begins the check of a body that is still to come.
     *
     * @throws WebhookRefused unless exactly one header says how it was signed, lately
     */
    public PassingBody begin(List<String> header) {
        var parts = SignatureParts.of(WebhookRefused.single(Provider.ELEVENLABS, header));
        var now = clock.instant();
        requireTimely(parts.signedAt(), now);
        return new PassingBody(parts, keys, now);
    }

    private void requireTimely(Instant signedAt, Instant now) {
        if (signedAt.isBefore(now.minus(config.maxAge())) || signedAt.isAfter(now.plus(config.maxAhead()))) {
            throw new WebhookRefused(Provider.ELEVENLABS, Reason.OUTSIDE_TIME);
        }
    }

    private static SecretKeySpec hmacKey(String secret) {
        return Hmac.key(secret.getBytes(UTF_8));
    }
}
