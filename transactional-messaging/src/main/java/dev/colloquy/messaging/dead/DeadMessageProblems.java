package dev.colloquy.messaging.dead;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the operator's view refuses, in every service. */
public class DeadMessageProblems {

    @ServerExceptionMapper
    Response refused(DeadMessageRefusal e) {
        return switch (e.ground()) {
            case UNKNOWN -> refusal(404, "dead-message-not-found", "There is no such dead message");
            case NOT_DEAD -> refusal(409, "not-dead", "It was replayed or discarded already");
            case NOT_REPLAYABLE ->
                refusal(422, "not-replayable", "Its topic is unknown, or its key or value is not text");
        };
    }

    private static Response refusal(int status, String type, String title) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + type))
                .withStatus(status)
                .withTitle(title)
                .with("traceId", Span.current().getSpanContext().getTraceId())
                .build()
                .toResponse();
    }
}
