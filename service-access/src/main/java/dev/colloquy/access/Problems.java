package dev.colloquy.access;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Words a refusal as problem details (RFC 9457). Each service lists its own in one {@code XProblems} class. */
public final class Problems {

    private Problems() {}

    /** A field of the request and what is wrong with it. */
    public record Violation(String field, String message) {}

    /**
     * Starts a problem that carries the trace id.
     *
     * @param type the last segment of its stable URI {@code /problems/<type>}, documented in the service's README
     * @param title what a user may read
     */
    public static HttpProblem.Builder problem(int status, String type, String title) {
        var problem = HttpProblem.builder()
                .withType(URI.create("/problems/" + type))
                .withStatus(status)
                .withTitle(title);
        return withTrace(problem);
    }

    /** A refusal with nothing to add to its title. */
    public static Response refusal(int status, String type, String title) {
        return problem(status, type, title).build().toResponse();
    }

    /** A 503 that says when to come back. */
    public static Response unavailable(String type, String title, Duration retryAfter) {
        return problem(503, type, title)
                .withHeader("Retry-After", retryAfter.toSeconds())
                .build()
                .toResponse();
    }

    /** A 400 that names the field. */
    public static Response invalid(String field, String message) {
        return problem(400, "invalid-request", "The request is not valid")
                .with("violations", List.of(new Violation(field, message)))
                .build()
                .toResponse();
    }

    static HttpProblem.Builder withTrace(HttpProblem.Builder problem) {
        var span = Span.current().getSpanContext();
        return span.isValid() ? problem.with("traceId", span.getTraceId()) : problem;
    }
}
