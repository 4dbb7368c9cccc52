package dev.colloquy.report.dossier;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** session-service. */
@Path("/internal/interviews/{id}/dossier")
@RegisterRestClient(configKey = "session")
@OidcClientFilter
public interface SessionClient {

    @GET
    Uni<Dossier> dossier(@RestPath UUID id);
}
