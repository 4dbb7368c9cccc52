package dev.colloquy.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Words a refusal as problem details (RFC 9457). Each service lists its own in one {@code XProblems} class. */
public final class Problems {

    private Problems() {}

    /** Where a field of a request is. */
    public enum Part {
        @JsonProperty("body")
        BODY,
        @JsonProperty("query")
        QUERY,
        @JsonProperty("path")
        PATH,
        @JsonProperty("header")
        HEADER,
        @JsonProperty("form")
        FORM
    }

    /** A field of the request and what is wrong with it; without a name it is the body as a whole. */
    public record Violation(
            String field, @JsonProperty("in") Part part, String message) {

        /** One of the body. */
        public static Violation of(String field, String message) {
            return new Violation(field, Part.BODY, message);
        }
    }

    /**
     * Starts a problem that carries the trace id.
     *
     * @param type the last segment of its stable URI {@code /problems/<type>}, documented in the service's README
     * @param title what a user may read
     */
    public static HttpProblem.Builder problem(int status, String type, String title) {
        var problem =
                HttpProblem.builder().withType(type(type)).withStatus(status).withTitle(title);
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

    /** A 400 that names a field of the body. */
    public static Response invalid(String field, String message) {
        return invalid(List.of(Violation.of(field, message)));
    }

    /** A 400 that names each field. */
    public static Response invalid(List<Violation> violations) {
        return invalidProblem(violations).toResponse();
    }

    /** {@link #invalid(List)} as a problem, to be worked on. */
    public static HttpProblem invalidProblem(List<Violation> violations) {
        return problem(400, "invalid-request", "The request is not valid")
                .withDetail("Each violation names a field and what is accepted there.")
                .with("violations", violations)
                .build();
    }

    /** The stable URI of a type, by its last segment. */
    public static URI type(String name) {
        return URI.create("/problems/" + name);
    }

    /** Adds the trace id. */
    public static HttpProblem.Builder withTrace(HttpProblem.Builder problem) {
        var span = Span.current().getSpanContext();
        return span.isValid() ? problem.with("traceId", span.getTraceId()) : problem;
    }
}
