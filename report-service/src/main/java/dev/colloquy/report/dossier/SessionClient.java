package dev.colloquy.report.dossier;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** session-service. */
@Path("/internal/interviews/{id}/dossier")
@RegisterRestClient(configKey = "session")
@OidcClientFilter
public interface SessionClient {

    /** What was final in that version, whatever has become of the interview since; 404 if there is no such version. */
    @GET
    Uni<Dossier> dossier(@RestPath UUID id, @RestQuery int version);
}
