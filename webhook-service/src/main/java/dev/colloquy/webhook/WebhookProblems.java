package dev.colloquy.webhook;

import dev.colloquy.access.Problems;
import dev.colloquy.webhook.delivery.DeliveryNotStored;
import dev.colloquy.webhook.inspection.DeliveryNotFound;
import dev.colloquy.webhook.signature.WebhookRefused;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the service refuses. Providers get a status and nothing else: whoever guesses learns nothing. */
@ApplicationScoped
public class WebhookProblems {

    private static final Logger LOG = Logger.getLogger(WebhookProblems.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final MeterRegistry meters;

    WebhookProblems(MeterRegistry meters) {
        this.meters = meters;
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
                            case AMBIGUOUS -> 400;
                            case TOO_LARGE -> 413;
                            default -> 401;
                        })
                .build();
    }

    @ServerExceptionMapper
    public Response notStored(DeliveryNotStored e) {
        LOG.warnf("Webhook not stored, its sender must come again: %s", e.getMessage());
        return Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    public Response notFound(DeliveryNotFound e) {
        return Problems.refusal(404, "delivery-not-found", "There is no such delivery");
    }
}
