package dev.colloquy.webhook.livekit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.Subject;
import dev.colloquy.webhook.signature.LiveKitSignature;
import dev.colloquy.webhook.signature.VerifiedBody;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

@Path("/api/webhooks/livekit")
class LiveKitResource {

    private final LiveKitSignature signature;
    private final DeliveryService deliveries;
    private final ObjectMapper json;

    LiveKitResource(LiveKitSignature signature, DeliveryService deliveries, ObjectMapper json) {
        this.signature = signature;
        this.deliveries = deliveries;
        this.json = json;
    }

    @POST
    @PermitAll
    @Consumes({"application/webhook+json", "application/json"})
    public Uni<Response> receive(
            byte[] body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        var verified = signature.verify(body, authorization);
        return deliveries
                .accept(incoming(verified, contentType))
                .map(_ -> Response.noContent().build());
    }

    private IncomingDelivery incoming(VerifiedBody body, String contentType) {
        var event = LiveKitEvent.read(json, body.bytes());
        event.createdAt().ifPresent(signature::requireFresh);
        return IncomingDelivery.of(body, contentType, event.kind(), event.id(), Subject.ofInterview(event.interview()));
    }
}
