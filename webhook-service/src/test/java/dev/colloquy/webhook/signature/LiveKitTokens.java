package dev.colloquy.webhook.signature;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Signs bodies as a LiveKit server does, or almost. */
public final class LiveKitTokens {

    public static final String KEY = "key-now";
    public static final String SECRET = "a-secret-of-livekit-for-tests-only";
    public static final String OLD_KEY = "key-before";
    public static final String OLD_SECRET = "an-older-secret-of-livekit";

    private LiveKitTokens() {}

    public static String sign(byte[] body) {
        return sign(body, Clock.systemUTC().instant());
    }

    public static String sign(byte[] body, Instant now) {
        return builder(body, now).sign(Algorithm.HMAC256(SECRET));
    }

    public static String signWithOldKey(byte[] body) {
        return builder(body, Clock.systemUTC().instant()).withIssuer(OLD_KEY).sign(Algorithm.HMAC256(OLD_SECRET));
    }

    static JWTCreator.Builder builder(byte[] body, Instant now) {
        return JWT.create()
                .withIssuer(KEY)
                .withIssuedAt(now)
                .withNotBefore(now)
                .withExpiresAt(now.plus(Duration.ofMinutes(5)))
                .withClaim("sha256", hash(body));
    }

    static String hash(byte[] body) {
        return Base64.getEncoder().encodeToString(Sha256.of(body));
    }
}
