package dev.colloquy.webhook;

import dev.colloquy.access.Problems;
import dev.colloquy.messaging.OutageProblems;
import dev.colloquy.webhook.body.NoRoom;
import dev.colloquy.webhook.delivery.DeliveryNotStored;
import dev.colloquy.webhook.inspection.DeliveryNotFound;
import dev.colloquy.webhook.replay.ReplayRefused;
import dev.colloquy.webhook.signature.WebhookRefused;
import dev.colloquy.webhook.storage.StorageAway;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the service refuses. Providers get a status and nothing else: whoever guesses learns nothing. */
@ApplicationScoped
public class WebhookProblems {

    private static final Logger LOG = Logger.getLogger(WebhookProblems.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final MeterRegistry meters;
    private final OutageProblems outages;

    WebhookProblems(MeterRegistry meters, OutageProblems outages) {
        this.meters = meters;
        this.outages = outages;
    }

    @ServerExceptionMapper
    public Response refused(WebhookRefused e) {
        meters.counter(
                        "colloquy.webhook.refused",
                        "provider",
                        e.provider().word(),
                        "reason",
                        e.reason().word())
                .increment();
        LOG.debugf("Webhook of %s refused: %s", e.provider().word(), e.reason().word());
        return Response.status(
                        switch (e.reason()) {
                            case AMBIGUOUS, CUT_OFF -> 400;
                            case TOO_LARGE -> 413;
                            default -> 401;
                        })
                .build();
    }

    @ServerExceptionMapper
    public Response notStored(DeliveryNotStored e) {
        return later("Webhook not stored", e);
    }

    @ServerExceptionMapper
    public Response storageAway(StorageAway e) {
        return later("Storage away", e);
    }

    @ServerExceptionMapper
    public Response noRoom(NoRoom e) {
        return later("No room for a body", e);
    }

    /** A body that was refused while it came in cannot be read: that is no outage, and has been answered. */
    @ServerExceptionMapper(value = IOException.class, priority = Priorities.USER - 1)
    public Response unread(IOException e, RoutingContext context) {
        return context.response().ended() ? Response.status(413).build() : outages.failed(e);
    }

    @ServerExceptionMapper
    public Response notFound(DeliveryNotFound e) {
        return notFound();
    }

    @ServerExceptionMapper
    public Response notReplayed(ReplayRefused e) {
        return switch (e.ground()) {
            case UNKNOWN -> notFound();
            case WAITING ->
                Problems.refusal(409, "delivery-waiting", "It is being processed, wait until it is settled");
            case IN_CONFLICT ->
                Problems.refusal(
                        409,
                        "delivery-in-conflict",
                        "Another body came first under its key; to publish this one, say so");
        };
    }

    private static Response notFound() {
        return Problems.refusal(404, "delivery-not-found", "There is no such delivery");
    }

    private static Response later(String what, RuntimeException e) {
        LOG.warnf("%s, its sender must come again: %s", what, e.getMessage());
        return Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
