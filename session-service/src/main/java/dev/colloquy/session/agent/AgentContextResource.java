package dev.colloquy.session.agent;

import dev.colloquy.access.Role;
import dev.colloquy.events.InterviewId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/interviews/{id}/agent-context")
class AgentContextResource {

    private final AgentContextService contexts;

    AgentContextResource(AgentContextService contexts) {
        this.contexts = contexts;
    }

    @GET
    @RolesAllowed({Role.AGENT, Role.SERVICE})
    public Uni<AgentContextView> read(@RestPath UUID id) {
        return contexts.of(new InterviewId(id));
    }
}
