package dev.colloquy.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.booking.document.DocumentConfig;
import dev.colloquy.booking.document.RefusedDocument;
import dev.colloquy.booking.document.RefusedDocument.Reason;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Refuses an upload whose body is too large: before a byte of it is read if it says so, else when the framework stops
 * reading. Whoever is answered before he has sent everything may go on sending for a moment, into nothing: many clients
 * read the answer only then.
 */
@ApplicationScoped
class UploadLimit implements ProblemPostProcessor {

    private static final String UPLOAD = "/api/upload-resume";
    private static final int TOO_LARGE = 413;
    private static final long REST_OF_THE_FORM = 1024 * 1024;
    private static final int BEFORE_THE_FRAMEWORKS_OWN_LIMIT = 100;
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final BookingProblems problems;
    private final ObjectMapper json;
    private final long limit;

    UploadLimit(BookingProblems problems, ObjectMapper json, DocumentConfig config) {
        this.problems = problems;
        this.json = json;
        this.limit = config.maxSize() + REST_OF_THE_FORM;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORKS_OWN_LIMIT);
    }

    private void check(RoutingContext context) {
        context.addEndHandler(_ -> readOn(context));
        if (UPLOAD.equals(context.normalizedPath()) && declaredLength(context.request()) > limit) {
            refuse(context);
        } else {
            context.next();
        }
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return problem.getStatusCode() == TOO_LARGE && UPLOAD.equals(context.path) ? refusal() : problem;
    }

    private HttpProblem refusal() {
        return (HttpProblem)
                problems.refused(new RefusedDocument(Reason.TOO_LARGE)).getEntity();
    }

    private void refuse(RoutingContext context) {
        try {
            context.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(json.writeValueAsString(refusal()));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    private static void readOn(RoutingContext context) {
        var request = context.request();
        if (!request.isEnded()) {
            request.handler(_ -> {});
            request.resume();
            context.vertx().setTimer(LINGER.toMillis(), _ -> closeUnlessEnded(request));
        }
    }

    private static void closeUnlessEnded(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
