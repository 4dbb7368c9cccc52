package dev.colloquy.session.secret;

import dev.colloquy.access.Role;
import dev.colloquy.events.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/tenants/{tenant}/provider-keys")
@RolesAllowed(Role.ADMIN)
class ProviderKeyResource {

    private final ProviderKeyService keys;

    ProviderKeyResource(ProviderKeyService keys) {
        this.keys = keys;
    }

    @GET
    public Uni<ProviderKeyView.All> list(@RestPath TenantId tenant) {
        return keys.list(tenant);
    }

    @PUT
    @Path("{provider}")
    public Uni<Void> put(
            @RestPath TenantId tenant, @RestPath ProviderName provider, @NotNull @Valid ProviderKeyRequest key) {
        return keys.put(tenant, provider.provider(), new Credential(key.key(), key.secret()));
    }

    @DELETE
    @Path("{provider}")
    public Uni<Void> delete(@RestPath TenantId tenant, @RestPath ProviderName provider) {
        return keys.delete(tenant, provider.provider());
    }
}
