package dev.colloquy.access;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Lets each issuer grant only its own roles: booking-service's key makes interviewees and nothing else, and no
 * workforce account can call itself one.
 */
@ApplicationScoped
class IssuerRoles implements SecurityIdentityAugmentor {

    private static final String BOOKING_SERVICE = "candidates";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return isGrantedRightly(identity)
                ? Uni.createFrom().item(identity)
                : Uni.createFrom().failure(new AuthenticationFailedException("A role that this issuer may not grant"));
    }

    private static boolean isGrantedRightly(SecurityIdentity identity) {
        return BOOKING_SERVICE.equals(identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE))
                ? identity.getRoles().equals(Set.of(Role.INTERVIEWEE))
                : !identity.hasRole(Role.INTERVIEWEE);
    }
}
