package dev.colloquy.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final InterviewId mine = new InterviewId(UUID.randomUUID());
    private final InterviewId another = new InterviewId(UUID.randomUUID());

    @Test
    void readsTheTenantOfTheBearer() {
        assertEquals(
                new TenantId("acme"),
                caller(Role.RECRUITER, Map.of("tenant", "acme")).tenant());
        assertThrows(NoTenant.class, () -> caller(Role.SERVICE, Map.of()).tenant());
    }

    @Test
    void letsAnIntervieweeSeeOnlyHisOwnInterview() {
        var caller = caller(Role.INTERVIEWEE, Map.of("tenant", "acme", "interview", mine.toString()));
        assertDoesNotThrow(() -> caller.requireOwn(mine));
        assertThrows(NotYourInterview.class, () -> caller.requireOwn(another));
    }

    @Test
    void refusesAnIntervieweeWithoutAnInterview() {
        var caller = caller(Role.INTERVIEWEE, Map.of("tenant", "acme"));
        assertThrows(NotYourInterview.class, () -> caller.requireOwn(mine));
    }

    @Test
    void doesNotBindOtherCallersToOneInterview() {
        assertDoesNotThrow(
                () -> caller(Role.RECRUITER, Map.of("tenant", "acme")).requireOwn(another));
    }

    private static Caller caller(String role, Map<String, String> claims) {
        var token = new JwtClaims();
        token.setSubject("somebody");
        claims.forEach(token::setClaim);
        return new Caller(QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(token, null))
                .addRole(role)
                .build());
    }
}
