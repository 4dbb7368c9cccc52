package dev.colloquy.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The refusals every service has in common, and the trace id on those that the framework words. */
@ApplicationScoped
public class AccessProblems implements ProblemPostProcessor {

    @ServerExceptionMapper
    public Response noTenant(NoTenant e) {
        return Problems.problem(403, "no-tenant", "This account belongs to no tenant")
                .build()
                .toResponse();
    }

    @ServerExceptionMapper
    public Response notYours(NotYourInterview e) {
        return Problems.problem(404, "interview-not-found", "There is no such interview")
                .build()
                .toResponse();
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return Problems.withTrace(HttpProblem.builder(problem)).build();
    }
}
