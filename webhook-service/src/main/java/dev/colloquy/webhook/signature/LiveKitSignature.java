package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;

/**
 * LiveKit's rule: the Authorization header is a bare JWT, HS256 with the API secret, whose issuer is the API key and
 * whose claim {@code sha256} is the base64 hash of the exact body. Its clock may differ by 60 seconds.
 */
@ApplicationScoped
public class LiveKitSignature {

    private final LiveKitWebhookConfig config;
    private final Keyring<LiveKitKey> keys;
    private final Clock clock;

    LiveKitSignature(LiveKitConfig liveKit, LiveKitWebhookConfig config, Clock clock) {
        this.config = config;
        this.keys = new Keyring<>(
                Provider.LIVEKIT,
                Stream.concat(
                        Stream.of(Key.current(new LiveKitKey(liveKit.apiKey(), liveKit.apiSecret()))),
                        config.previous().stream()
                                .map(old ->
                                        Key.previous(new LiveKitKey(old.apiKey(), old.apiSecret()), old.expires()))));
        this.clock = clock;
    }

    /**
     * Checks a request.
     *
     * @throws WebhookRefused unless exactly one header proves that LiveKit sent exactly this body, just now
     */
    public VerifiedBody verify(byte[] body, List<String> authorization) {
        WebhookRefused.ifLarger(Provider.LIVEKIT, body, config.maxBody().asLongValue());
        var token = LiveKitToken.read(WebhookRefused.single(Provider.LIVEKIT, authorization));
        var now = clock.instant();
        if (keys.none(key -> key.isNamedBy(token))) {
            throw refused(Reason.UNKNOWN_KEY);
        }
        var signedWith = keys.signer(now, key -> key.isNamedBy(token) && key.hasSigned(token))
                .orElseThrow(() -> refused(Reason.WRONG_SIGNATURE));
        token.requireTimely(now);
        requireHash(token.claims(), body);
        return new VerifiedBody(Provider.LIVEKIT, body, signedWith);
    }

    /**
     * Checks the age of an event by its own time, which is older than its token's when it had to wait.
     *
     * @throws WebhookRefused when that is longer ago than LiveKit ever tries to deliver one
     */
    public void requireFresh(Instant createdAt) {
        if (createdAt.isBefore(clock.instant().minus(config.maxAge()))) {
            throw refused(Reason.OUTSIDE_TIME);
        }
    }

    private static void requireHash(JwtClaims claims, byte[] body) {
        var claimed = claims.getClaimValueAsString("sha256");
        var actual = Base64.getEncoder().encode(Sha256.of(body));
        if (claimed == null || !MessageDigest.isEqual(actual, claimed.getBytes(UTF_8))) {
            throw refused(Reason.WRONG_BODY);
        }
    }

    private static WebhookRefused refused(Reason reason) {
        return new WebhookRefused(Provider.LIVEKIT, reason);
    }
}
