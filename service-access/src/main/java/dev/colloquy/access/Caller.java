package dev.colloquy.access;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who made the current request, read from his verified bearer. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The stable id of the caller within his issuer. */
    public String subject() {
        return token().getSubject();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /**
     * The tenant whose rows the caller may see.
     *
     * @throws NoTenant when the bearer names none, as those of services, agents and administrators do
     */
    public TenantId tenant() {
        return findTenant().orElseThrow(NoTenant::new);
    }

    public Optional<TenantId> findTenant() {
        return token().<String>claim("tenant").map(TenantId::new);
    }

    /** The one interview an interviewee's bearer is for. */
    public Optional<InterviewId> findInterview() {
        return token().<String>claim("interview").map(InterviewId::of);
    }

    /** When the caller's bearer expires: the end of whatever it has opened for longer than one answer. */
    public Instant bearerExpiresAt() {
        return Instant.ofEpochSecond(token().getExpirationTime());
    }

    /**
     * Refuses an interviewee who asks for another interview than his own; other callers pass.
     *
     * @throws NotYourInterview as if the interview did not exist
     */
    public void requireOwn(InterviewId interview) {
        if (is(Role.INTERVIEWEE) && !findInterview().equals(Optional.of(interview))) {
            throw new NotYourInterview();
        }
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new NoTenant();
    }
}
