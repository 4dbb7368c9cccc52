package dev.colloquy.webhook.elevenlabs;

import dev.colloquy.webhook.body.Spool;
import dev.colloquy.webhook.body.Spools;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.signature.ElevenLabsSignature;
import dev.colloquy.webhook.signature.ElevenLabsWebhookConfig;
import dev.colloquy.webhook.signature.PassingBody.Proof;
import dev.colloquy.webhook.signature.Provider;
import dev.colloquy.webhook.signature.WebhookRefused;
import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

@Path("/webhooks/elevenlabs")
class ElevenLabsResource {

    private final ElevenLabsSignature signature;
    private final ElevenLabsWebhookConfig config;
    private final Spools spools;
    private final SoundIntake sounds;
    private final DeliveryService deliveries;

    ElevenLabsResource(
            ElevenLabsSignature signature,
            ElevenLabsWebhookConfig config,
            Spools spools,
            SoundIntake sounds,
            DeliveryService deliveries) {
        this.signature = signature;
        this.config = config;
        this.spools = spools;
        this.sounds = sounds;
        this.deliveries = deliveries;
    }

    /** ElevenLabs takes nothing but 200 for success. The body may be larger than memory, and is read where that may wait. */
    @POST
    @PermitAll
    @Blocking
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> receive(
            InputStream body,
            @HeaderParam("ElevenLabs-Signature") List<String> header,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        var check = signature.begin(header);
        try (var spool = spools.take(body, check)) {
            var stored = store(check.end(), spool, contentType);
            return Uni.createFrom()
                    .voidItem()
                    .emitOn(eventLoop())
                    .chain(() -> stored)
                    .map(_ -> Response.ok().build());
        }
    }

    /** Reads what it needs of the body now, and stores later. */
    private Uni<Void> store(Proof proof, Spool body, String contentType) {
        var large = body.size() > config.maxBody().asLongValue();
        var call = new PostCall(body, large);
        var event = call.event();
        Function<byte[], IncomingDelivery> asDelivery = kept ->
                IncomingDelivery.of(proof.of(kept), contentType, event.kind(), event.dedupeKey(), event.subject());
        var sound = event.isAudio() ? sounds.take(call, event, asDelivery) : Optional.<Uni<Void>>empty();
        if (sound.isEmpty() && large) {
            throw new WebhookRefused(Provider.ELEVENLABS, Reason.TOO_LARGE);
        }
        return sound.orElseGet(() -> deliveries.accept(asDelivery.apply(body.toBytes())));
    }

    /** Where transactions may be: the request's own. */
    private static Executor eventLoop() {
        var context = Vertx.currentContext();
        return task -> context.runOnContext(_ -> task.run());
    }
}
