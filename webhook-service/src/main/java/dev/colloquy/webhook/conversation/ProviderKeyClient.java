package dev.colloquy.webhook.conversation;

import dev.colloquy.events.TenantId;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** session-service, which keeps tenants' keys. */
@Path("/internal/tenants/{tenant}/provider-keys/elevenlabs")
@RegisterRestClient(configKey = "session")
@OidcClientFilter
interface ProviderKeyClient {

    /** Fails with 404 when the tenant has none. */
    @GET
    Uni<Credential> key(@RestPath TenantId tenant);

    /** Is never printed. */
    record Credential(String key) {

        @Override
        public String toString() {
            return "Credential[…]";
        }
    }
}
