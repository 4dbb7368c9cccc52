package dev.colloquy.simulators.livekit.webhooks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.colloquy.simulators.faults.Signing;
import dev.colloquy.simulators.runtime.SimulatedTime;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** LiveKit's webhook rule: a JWT of 5 minutes whose {@code sha256} is the standard base64 hash of the exact body. */
final class WebhookSigner {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final String apiKey;
    private final String apiSecret;
    private final SimulatedTime time;

    WebhookSigner(String apiKey, String apiSecret, SimulatedTime time) {
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
        this.time = time;
    }

    String sign(Buffer body, Signing signing) {
        Instant now = signing.time(time.now());
        return JWT.create()
                .withIssuer(apiKey)
                .withIssuedAt(now)
                .withNotBefore(now)
                .withExpiresAt(now.plus(LIFETIME))
                .withClaim("sha256", sha256(signing.signed(body)))
                .sign(Algorithm.HMAC256(signing.secret(apiSecret)));
    }

    private static String sha256(Buffer body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
