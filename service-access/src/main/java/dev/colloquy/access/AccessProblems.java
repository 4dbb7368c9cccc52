package dev.colloquy.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The refusals every service has in common. Those that the framework words get the trace id and lose the path of the
 * request: a path can hold a link token, and problems end up in other people's error reports.
 */
@ApplicationScoped
public class AccessProblems implements ProblemPostProcessor {

    @ServerExceptionMapper
    public Response noTenant(NoTenant e) {
        return Problems.refusal(403, "no-tenant", "This account belongs to no tenant");
    }

    @ServerExceptionMapper
    public Response notYours(NotYourInterview e) {
        return Problems.refusal(404, "interview-not-found", "There is no such interview");
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return Problems.withTrace(HttpProblem.builder(problem).withInstance(null))
                .build();
    }
}
