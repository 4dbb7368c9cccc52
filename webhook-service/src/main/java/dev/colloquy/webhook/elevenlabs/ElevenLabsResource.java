package dev.colloquy.webhook.elevenlabs;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.signature.ElevenLabsSignature;
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
import java.util.List;

@Path("/webhooks/elevenlabs")
class ElevenLabsResource {

    private final ElevenLabsSignature signature;
    private final DeliveryService deliveries;
    private final ObjectMapper json;

    ElevenLabsResource(ElevenLabsSignature signature, DeliveryService deliveries, ObjectMapper json) {
        this.signature = signature;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** ElevenLabs takes nothing but 200 for success. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> receive(
            byte[] body,
            @HeaderParam("ElevenLabs-Signature") List<String> header,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        var verified = signature.verify(body, header);
        return deliveries
                .accept(incoming(verified, contentType))
                .map(_ -> Response.ok().build());
    }

    private IncomingDelivery incoming(VerifiedBody body, String contentType) {
        var event = ElevenLabsEvent.read(json, body.bytes());
        return IncomingDelivery.of(body, contentType, event.kind(), event.dedupeKey(), event.subject());
    }
}
