package dev.colloquy.local.embedded;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes the issuer's tokens and reads them back. */
final class TokenMint {

    static final String AUDIENCE = "colloquy";
    static final Duration USER_LIFE = Duration.ofMinutes(15);
    static final Duration CLIENT_LIFE = Duration.ofMinutes(10);

    private final String issuer;
    private final SigningKey key;
    private final Clock clock;

    TokenMint(String issuer, SigningKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    String accessToken(DemoUser user, String client) {
        var claims = claims(user.subject(), AUDIENCE, USER_LIFE);
        claims.putAll(profile(user));
        claims.put("azp", client);
        return key.sign(claims, "at+jwt");
    }

    String accessToken(IdentityClient client) {
        var claims = claims(client.id(), AUDIENCE, CLIENT_LIFE);
        claims.put("azp", client.id());
        claims.put("groups", client.group() == null ? List.of() : List.of(client.group()));
        return key.sign(claims, "at+jwt");
    }

    String idToken(DemoUser user, String client, @Nullable String nonce) {
        var claims = claims(user.subject(), client, USER_LIFE);
        claims.putAll(profile(user));
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return key.sign(claims, "JWT");
    }

    /** The subject of an access token of this issuer that has not expired. */
    Optional<String> subjectOf(String accessToken) {
        var reader = new JwtConsumerBuilder()
                .setVerificationKey(key.publicKey().getPublicKey())
                .setExpectedIssuer(issuer)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            JwtClaims claims = reader.processToClaims(accessToken);
            return Optional.of(claims.getClaimValueAsString("sub"));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    static Map<String, Object> profile(DemoUser user) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", user.subject());
        claims.put("preferred_username", user.name());
        claims.put("groups", List.of(user.role()));
        if (user.tenant() != null) {
            claims.put("tenant", user.tenant());
        }
        return claims;
    }

    private Map<String, Object> claims(String subject, String audience, Duration life) {
        long now = clock.instant().getEpochSecond();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("iat", now);
        claims.put("exp", now + life.toSeconds());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }
}
