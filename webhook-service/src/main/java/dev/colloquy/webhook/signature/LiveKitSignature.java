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
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/**
 * LiveKit's rule: the Authorization header is a bare JWT, HS256 with the API secret, whose issuer is the API key and
 * whose claim {@code sha256} is the base64 hash of the exact body. Its clock may differ by 60 seconds.
 */
@ApplicationScoped
public class LiveKitSignature {

    private static final int LEEWAY_SECONDS = 60;
    private static final AlgorithmConstraints ONLY_HS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);

    private final LiveKitWebhookConfig config;
    private final List<Key> keys;
    private final Clock clock;

    LiveKitSignature(LiveKitConfig liveKit, LiveKitWebhookConfig config, Clock clock) {
        this.config = config;
        this.keys = keys(liveKit, config);
        this.clock = clock;
    }

    /** An API key with its secret. */
    private record Key(String id, String secret, KeyAge age) {}

    /**
     * Checks a request.
     *
     * @throws WebhookRefused unless exactly one header proves that LiveKit sent exactly this body, just now
     */
    public VerifiedBody verify(byte[] body, List<String> authorization) {
        WebhookRefused.ifLarger(Provider.LIVEKIT, body, config.maxBody().asLongValue());
        var token = WebhookRefused.single(Provider.LIVEKIT, authorization);
        var key = keyOf(token);
        requireHash(claims(token, key), body);
        return new VerifiedBody(Provider.LIVEKIT, body, key.age());
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

    private static List<Key> keys(LiveKitConfig liveKit, LiveKitWebhookConfig config) {
        var current = new Key(liveKit.apiKey(), liveKit.apiSecret(), KeyAge.CURRENT);
        var previous = config.previousApiKey()
                .flatMap(id -> config.previousApiSecret().map(secret -> new Key(id, secret, KeyAge.PREVIOUS)));
        return Stream.concat(Stream.of(current), previous.stream()).toList();
    }

    /** The known key the token claims to be signed with; whether it is, is checked next. */
    private Key keyOf(String token) {
        var issuer = unverifiedIssuer(token);
        return keys.stream()
                .filter(key -> key.id().equals(issuer))
                .findFirst()
                .orElseThrow(() -> refused(Reason.UNKNOWN_KEY));
    }

    private static String unverifiedIssuer(String token) {
        try {
            var issuer = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token)
                    .getIssuer();
            return issuer == null ? "" : issuer;
        } catch (InvalidJwtException | MalformedClaimException _) {
            throw refused(Reason.MALFORMED);
        }
    }

    private JwtClaims claims(String token, Key key) {
        try {
            return new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ONLY_HS256)
                    .setVerificationKey(new HmacKey(key.secret().getBytes(UTF_8)))
                    .setRelaxVerificationKeyValidation()
                    .setExpectedIssuer(key.id())
                    .setSkipDefaultAudienceValidation()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
        } catch (InvalidJwtException e) {
            throw refused(isAboutTime(e) ? Reason.OUTSIDE_TIME : Reason.WRONG_SIGNATURE);
        }
    }

    private static boolean isAboutTime(InvalidJwtException e) {
        return e.hasErrorCode(ErrorCodes.EXPIRED) || e.hasErrorCode(ErrorCodes.NOT_YET_VALID);
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
