package dev.colloquy.messaging;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.DefaultExceptionMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A database that is away, or another transaction in the way, is no fault of the request and passes: try again. */
public class OutageProblems {

    private static final Logger LOG = Logger.getLogger(OutageProblems.class);
    private static final String SECONDS = "2";

    @ServerExceptionMapper({
        PgException.class,
        PersistenceException.class,
        VertxException.class,
        NoStackTraceThrowable.class,
        IOException.class
    })
    public Response failed(Throwable failure) {
        if (Outage.isBehind(failure)) {
            LOG.warnf("A request was sent away, the database is out of reach: %s", failure.toString());
            return unavailable();
        }
        return new DefaultExceptionMapper().toResponse(new IllegalStateException(failure));
    }

    private static Response unavailable() {
        return HttpProblem.builder()
                .withType(URI.create("/problems/try-again"))
                .withStatus(503)
                .withTitle("Not possible at the moment: nothing has changed, try again")
                .withHeader("Retry-After", SECONDS)
                .with("traceId", Span.current().getSpanContext().getTraceId())
                .build()
                .toResponse();
    }
}
