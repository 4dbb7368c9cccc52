package dev.colloquy.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a bearer once and knows it for a while, by its hash: checking a signature costs more than most requests do. It
 * is known until it expires, and never for longer than a minute, so that a withdrawn key of the issuer counts soon.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedBearers implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";
    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final HttpAuthenticationMechanism verifier;
    private final Clock clock;
    private final Cache<String, SecurityIdentity> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, SecurityIdentity>writing((hash, identity) -> lifetime(identity)))
            .build();

    @Inject
    VerifiedBearers(OidcAuthenticationMechanism verifier, Clock clock) {
        this((HttpAuthenticationMechanism) verifier, clock);
    }

    VerifiedBearers(HttpAuthenticationMechanism verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var hash = hashOfBearer(context);
        var identity = hash == null ? null : known.getIfPresent(hash);
        if (identity != null) {
            return Uni.createFrom().item(identity);
        }
        var verified = verifier.authenticate(context, providers);
        return hash == null
                ? verified
                : verified.onItem().ifNotNull().invoke(caller -> known.put(hash, withoutRequest(caller)));
    }

    private static @Nullable String hashOfBearer(RoutingContext context) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? null : sha256(header);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The identity alone: as it comes, it holds the request that it came with. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        var kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(Set.<Credential>copyOf(identity.getCredentials()));
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }

    private Duration lifetime(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return verifier.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return verifier.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return verifier.getCredentialTransport(context);
    }
}
