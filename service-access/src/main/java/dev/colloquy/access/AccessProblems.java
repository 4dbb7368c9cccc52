package dev.colloquy.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The refusals every service has in common. */
@ApplicationScoped
public class AccessProblems {

    @ServerExceptionMapper
    public Response noTenant(NoTenant e) {
        return Problems.refusal(403, "no-tenant", "This account belongs to no tenant");
    }

    @ServerExceptionMapper
    public Response notYours(NotYourInterview e) {
        return Problems.refusal(404, "interview-not-found", "There is no such interview");
    }
}
