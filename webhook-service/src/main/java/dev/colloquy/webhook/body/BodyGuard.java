package dev.colloquy.webhook.body;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Stands before everything that reads bodies, since Quarkus knows one limit for all paths and none for slow senders. A
 * body must be plain, fit its path, and come in time: whole, or with steady progress.
 */
@ApplicationScoped
class BodyGuard {

    /** Behind Quarkus' own check of the length, which would overwrite what is set here. */
    private static final int AFTER_THE_OWN_LIMIT = 1;

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final BodyCaps caps;
    private final BodyConfig config;
    private final Vertx vertx;

    BodyGuard(BodyCaps caps, BodyConfig config, Vertx vertx) {
        this.caps = caps;
        this.config = config;
        this.vertx = vertx;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_OWN_LIMIT);
    }

    /** Quarkus answers who sends too much by itself, and then cannot answer that it could not read it all. */
    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (!context.response().ended()) {
                context.next();
            }
        });
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (request.isEnded() || !mayHaveBody(request)) {
            context.next();
            return;
        }
        long most = caps.of(context.normalizedPath());
        context.addEndHandler(_ -> letGo(request));
        if (request.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            refuse(context, 415);
        } else if (declaredLength(request) > most) {
            refuse(context, 413);
        } else {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            watch(request, 0);
            context.next();
        }
    }

    /** What has none stays open while it is answered, however long that takes. */
    private static boolean mayHaveBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || declaredLength(request) > 0
                || (request.version() == HttpVersion.HTTP_2 && HttpMethod.POST.equals(request.method()));
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static void refuse(RoutingContext context, int status) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end();
    }

    /** A body that is not whole in time, and has hardly grown, will not be. */
    private void watch(HttpServerRequest request, long before) {
        vertx.setTimer(config.patience().toMillis(), _ -> {
            long now = request.bytesRead();
            if (!request.isEnded() && now - before < config.leastProgress().asLongValue()) {
                cut(request);
            } else if (!request.isEnded()) {
                watch(request, now);
            }
        });
    }

    /** Others may share a connection of HTTP/2. */
    private static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** Who was answered before he had sent everything may read the answer, and not go on sending. */
    private void letGo(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(_ -> {}).resume();
            vertx.setTimer(FAREWELL.toMillis(), _ -> {
                if (!request.isEnded()) {
                    cut(request);
                }
            });
        }
    }
}
