package dev.colloquy.webhook.elevenlabs;

import dev.colloquy.webhook.signature.ElevenLabsConfig;
import io.smallrye.faulttolerance.api.RateLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks ElevenLabs what it knows. Fails when it does not answer, no key is configured, it has not answered lately, or would
 * be asked too often.
 */
@ApplicationScoped
public class ElevenLabsApi {

    private final ElevenLabsClient client;
    private final Optional<String> key;

    ElevenLabsApi(@RestClient ElevenLabsClient client, ElevenLabsConfig config) {
        this.client = client;
        this.key = config.apiKey();
    }

    /** A conversation as its post-call webhook would tell it, in JSON; nothing when ElevenLabs does not know it. */
    @RateLimit(value = 10)
    @CircuitBreaker(failureRatio = 0.5, requestVolumeThreshold = 20, delay = 10_000)
    public Uni<Optional<byte[]>> conversation(String id) {
        return key.isEmpty()
                ? Uni.createFrom().failure(() -> new IOException("colloquy.elevenlabs.api-key is not set"))
                : client.conversation(key.get(), id)
                        .map(Optional::of)
                        .onFailure(ElevenLabsApi::isUnknown)
                        .recoverWithItem(Optional.empty());
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof WebApplicationException refusal
                && refusal.getResponse().getStatus() == 404;
    }
}
