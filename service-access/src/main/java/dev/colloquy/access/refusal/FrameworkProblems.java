package dev.colloquy.access.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.colloquy.access.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;

/**
 * Gives what the framework refuses the form of all problems. It gets the trace id and loses the path of the request: a path
 * can hold a link token, and problems end up in other people's error reports.
 */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final BodyProblems bodies;

    FrameworkProblems(BodyProblems bodies) {
        this.bodies = bodies;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (isOfTheRequest(problem, context.cause) && context.cause.getCause() instanceof JsonProcessingException e) {
            return bodies.problem(e);
        }
        var worded = problem.getType() == null
                ? FrameworkRefusal.of(problem.getStatusCode())
                        .map(refusal -> refusal.reword(problem))
                        .orElseGet(() -> HttpProblem.builder(problem))
                : HttpProblem.builder(problem);
        if (problem.getStatusCode() == UNAUTHORIZED && !isChallenging(problem)) {
            worded.withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return Problems.withTrace(worded.withInstance(null)).build();
    }

    /** What a client of another service could not read is no fault of the request. */
    private static boolean isOfTheRequest(HttpProblem problem, Throwable cause) {
        return problem.getStatusCode() == BAD_REQUEST && !(cause instanceof ResteasyReactiveClientProblem);
    }

    private static boolean isChallenging(HttpProblem problem) {
        return problem.getHeaders().keySet().stream().anyMatch(HttpHeaders.WWW_AUTHENTICATE::equalsIgnoreCase);
    }
}
