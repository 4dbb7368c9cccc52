package dev.colloquy.session.linking;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** webhook-service. */
@Path("/internal/deliveries/{id}")
@RegisterRestClient(configKey = "webhook")
@OidcClientFilter
interface DeliveryClient {

    /** The body of a delivery, exactly as the provider sent it. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<String> body(@RestPath UUID id);
}
