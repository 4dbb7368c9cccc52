package dev.colloquy.gateway.interview;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewId;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** session-service, asked with the credential of this service. */
@Path("/api")
@OidcClientFilter
@RegisterRestClient(configKey = "session")
interface SessionClient {

    record EndRequest(InterviewId sessionId, EndedBy endedBy) {}

    @GET
    @Path("/interviews/{id}/agent-context")
    Uni<AgentContext> agentContext(@PathParam("id") String interviewId);

    @POST
    @Path("/session/end-session")
    Uni<Void> end(EndRequest request);
}
