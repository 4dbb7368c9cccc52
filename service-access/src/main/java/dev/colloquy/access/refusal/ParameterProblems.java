package dev.colloquy.access.refusal;

import dev.colloquy.access.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Parameters, and fields of bodies, that break a rule or cannot be read. */
@ApplicationScoped
public class ParameterProblems {

    private final UnreadableQuery queries;

    ParameterProblems(UnreadableQuery queries) {
        this.queries = queries;
    }

    @ServerExceptionMapper(value = ConstraintViolationException.class, priority = FrameworkRefusal.OURS_FIRST)
    public Response broken(ConstraintViolationException e) {
        return Problems.invalid(
                e.getConstraintViolations().stream().map(BrokenRule::violation).toList());
    }

    /** To the framework, a query that cannot be read asks for something that is not there. */
    @ServerExceptionMapper(value = NotFoundException.class, priority = FrameworkRefusal.OURS_FIRST)
    public Response notFound(NotFoundException e, ResourceInfo resource, UriInfo uri) {
        if (e.getCause() != null) {
            var unreadable = queries.violations(resource.getResourceMethod(), uri.getQueryParameters());
            if (!unreadable.isEmpty()) {
                return Problems.invalid(unreadable);
            }
        }
        return FrameworkRefusal.UNKNOWN_PATH.problem().toResponse();
    }
}
