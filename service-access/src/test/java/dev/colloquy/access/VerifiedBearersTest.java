package dev.colloquy.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** X2: a bearer is verified once while it is known, and never for longer than it is good. */
class VerifiedBearersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);

    private final List<RoutingContext> verified = new ArrayList<>();
    private Duration validFor = LONG;
    private final VerifiedBearers bearers = new VerifiedBearers(new Verifier(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void verifiesABearerOnce() {
        var first = authenticate("Bearer abc");
        var second = authenticate("Bearer abc");

        assertEquals(1, verified.size());
        assertEquals(first.getPrincipal(), second.getPrincipal());
        assertTrue(second.hasRole(Role.RECRUITER));
        assertEquals("workforce", second.getAttribute("tenant-id"));
    }

    @Test
    void verifiesEveryOtherBearer() {
        authenticate("Bearer abc");
        authenticate("Bearer abd");

        assertEquals(2, verified.size());
    }

    @Test
    @DisplayName("forgets the request that a bearer came with")
    void forgetsTheRequest() {
        authenticate("Bearer abc");

        assertNull(authenticate("Bearer abc").getAttribute(RoutingContext.class.getName()));
    }

    @Test
    @DisplayName("verifies one that has expired again, so that it is refused")
    void forgetsTheExpired() {
        validFor = Duration.ZERO;
        authenticate("Bearer abc");
        authenticate("Bearer abc");

        assertEquals(2, verified.size());
    }

    @Test
    @DisplayName("never remembers a refusal")
    void forgetsRefusals() {
        assertThrows(AuthenticationFailedException.class, () -> authenticate("Bearer forged"));
        assertThrows(AuthenticationFailedException.class, () -> authenticate("Bearer forged"));

        assertEquals(2, verified.size());
    }

    @Test
    void leavesOtherSchemesAndAnonymousCallersToTheVerifier() {
        assertNull(authenticate(null));
        assertNull(authenticate("Basic abc"));

        assertEquals(2, verified.size());
    }

    private @Nullable SecurityIdentity authenticate(@Nullable String authorization) {
        return bearers.authenticate(request(authorization), null).await().atMost(Duration.ofSeconds(1));
    }

    /** A request of which nothing but this header is asked. */
    private static RoutingContext request(@Nullable String authorization) {
        var request = only(HttpServerRequest.class, "getHeader", authorization);
        return only(RoutingContext.class, "request", request);
    }

    private static <T> T only(Class<T> type, String method, @Nullable Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, args) -> {
            if (called.getName().equals(method)) {
                return answer;
            }
            throw new UnsupportedOperationException(called.getName());
        }));
    }

    private final class Verifier implements HttpAuthenticationMechanism {

        @Override
        public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
            verified.add(context);
            var authorization = Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.AUTHORIZATION), "");
            if (authorization.endsWith("forged")) {
                return Uni.createFrom().failure(new AuthenticationFailedException());
            }
            return authorization.startsWith("Bearer ")
                    ? Uni.createFrom().item(identity(context))
                    : Uni.createFrom().nullItem();
        }

        private SecurityIdentity identity(RoutingContext context) {
            var claims = new JwtClaims();
            claims.setSubject("somebody");
            claims.setExpirationTime(NumericDate.fromSeconds(NOW.plus(validFor).getEpochSecond()));
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new OidcJwtCallerPrincipal(claims, null))
                    .addRole(Role.RECRUITER)
                    .addAttribute("tenant-id", "workforce")
                    .addAttribute(RoutingContext.class.getName(), context)
                    .build();
        }

        @Override
        public Uni<ChallengeData> getChallenge(RoutingContext context) {
            throw new UnsupportedOperationException();
        }
    }
}
