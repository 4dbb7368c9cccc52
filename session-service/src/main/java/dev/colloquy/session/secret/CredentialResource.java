package dev.colloquy.session.secret;

import dev.colloquy.access.Role;
import dev.colloquy.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;

@Path("/internal/tenants/{tenant}/provider-keys/{provider}")
class CredentialResource {

    private final ProviderKeyService keys;

    CredentialResource(ProviderKeyService keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    @Cache(noStore = true)
    public Uni<Credential> read(@RestPath TenantId tenant, @RestPath ProviderName provider) {
        return keys.read(tenant, provider.provider());
    }
}
