package dev.colloquy.webhook.tavus;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.delivery.Subject;
import dev.colloquy.webhook.signature.TavusSecret;
import dev.colloquy.webhook.signature.VerifiedBody;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

@Path("/webhooks/tavus/{secret}")
class TavusResource {

    private final TavusSecret proof;
    private final DeliveryService deliveries;
    private final ObjectMapper json;

    TavusResource(TavusSecret proof, DeliveryService deliveries, ObjectMapper json) {
        this.proof = proof;
        this.deliveries = deliveries;
        this.json = json;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> receive(
            byte[] body, @RestPath String secret, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        var verified = proof.verify(body, secret);
        return deliveries
                .accept(incoming(verified, contentType))
                .map(_ -> Response.noContent().build());
    }

    /** A callback has no id: the same bytes are the same callback. */
    private IncomingDelivery incoming(VerifiedBody body, String contentType) {
        var event = LenientJson.read(json, body.bytes());
        return IncomingDelivery.of(
                body,
                contentType,
                text(event.path("event_type")),
                Optional.empty(),
                Subject.ofConversation(text(event.path("conversation_id"))));
    }
}
