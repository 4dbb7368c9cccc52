package dev.colloquy.access;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X2: one mechanism for all bearers, and no issuer beyond its own roles. */
class IssuerRolesTest {

    private final IssuerRoles roles = new IssuerRoles();

    @ParameterizedTest
    @ValueSource(strings = {Role.RECRUITER, Role.OPERATOR, Role.ADMIN, Role.AGENT, Role.SERVICE, Role.CANDIDATE})
    void letsTheWorkforceIssuerGrantItsRoles(String role) {
        var identity = identity("workforce", Set.of(role));
        assertSame(identity, augment(identity));
    }

    @Test
    void letsBookingServiceMakeInterviewees() {
        var identity = identity("candidates", Set.of(Role.INTERVIEWEE));
        assertSame(identity, augment(identity));
    }

    @Test
    @DisplayName("a workforce token that calls itself an interviewee is refused")
    void refusesAnIntervieweeOfTheWorkforce() {
        var forged = identity("workforce", Set.of(Role.INTERVIEWEE, Role.RECRUITER));
        assertThrows(AuthenticationFailedException.class, () -> augment(forged));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.RECRUITER, Role.SERVICE, Role.ADMIN})
    @DisplayName("a candidate's token with a role of the workforce is refused")
    void refusesWorkforceRolesOfBookingService(String role) {
        var forged = identity("candidates", Set.of(Role.INTERVIEWEE, role));
        assertThrows(AuthenticationFailedException.class, () -> augment(forged));
    }

    @Test
    void leavesAnonymousCallersAlone() {
        var anonymous = QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        assertSame(anonymous, augment(anonymous));
    }

    private SecurityIdentity augment(SecurityIdentity identity) {
        return roles.augment(identity, null).await().atMost(Duration.ofSeconds(1));
    }

    private static SecurityIdentity identity(String issuer, Set<String> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("somebody"))
                .addAttribute(OidcUtils.TENANT_ID_ATTRIBUTE, issuer)
                .addRoles(roles)
                .build();
    }
}
