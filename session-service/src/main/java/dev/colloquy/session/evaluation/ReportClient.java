package dev.colloquy.session.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** report-service. */
@Path("/internal/interviews/{id}/evaluation")
@RegisterRestClient(configKey = "report")
@OidcClientFilter
interface ReportClient {

    @GET
    Uni<JsonNode> evaluation(@RestPath UUID id, @RestQuery int version);
}
