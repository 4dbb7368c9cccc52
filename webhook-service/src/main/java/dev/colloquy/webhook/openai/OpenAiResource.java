package dev.colloquy.webhook.openai;

import static dev.colloquy.webhook.delivery.LenientJson.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.delivery.LenientJson;
import dev.colloquy.webhook.delivery.Subject;
import dev.colloquy.webhook.signature.OpenAiSignature;
import dev.colloquy.webhook.signature.OpenAiSignature.Headers;
import dev.colloquy.webhook.signature.OpenAiSignature.Message;
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
import java.util.Optional;

@Path("/webhooks/openai")
class OpenAiResource {

    private final OpenAiSignature signature;
    private final DeliveryService deliveries;
    private final ObjectMapper json;

    OpenAiResource(OpenAiSignature signature, DeliveryService deliveries, ObjectMapper json) {
        this.signature = signature;
        this.deliveries = deliveries;
        this.json = json;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> receive(
            byte[] body,
            @HeaderParam("webhook-id") List<String> id,
            @HeaderParam("webhook-timestamp") List<String> timestamp,
            @HeaderParam("webhook-signature") List<String> signatures,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        var message = signature.verify(body, new Headers(id, timestamp, signatures));
        return deliveries
                .accept(incoming(message, contentType))
                .map(_ -> Response.noContent().build());
    }

    private IncomingDelivery incoming(Message message, String contentType) {
        var event = LenientJson.read(json, message.body().bytes());
        return IncomingDelivery.of(
                message.body(),
                contentType,
                text(event.path("type")),
                Optional.of(message.id()),
                Subject.ofConversation(text(event.path("data").path("call_id"))));
    }
}
