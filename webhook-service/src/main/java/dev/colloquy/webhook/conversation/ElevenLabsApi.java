package dev.colloquy.webhook.conversation;

import io.smallrye.faulttolerance.api.RateLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks ElevenLabs what it knows. Fails when it does not answer, has not answered lately, or would be asked too often; with
 * {@link KeyRefused} when a tenant's key is to blame, for which the others do not wait.
 */
@ApplicationScoped
class ElevenLabsApi {

    private static final int PAGE = 100;
    private static final int UNKNOWN = 404;
    private static final Set<Integer> FOR_THE_TENANT = Set.of(401, 403, 429);

    private final ElevenLabsClient client;

    ElevenLabsApi(@RestClient ElevenLabsClient client) {
        this.client = client;
    }

    /** A conversation as its post-call webhook would tell it, in JSON; nothing when the account does not know it. */
    @RateLimit(value = 10)
    @CircuitBreaker(failureRatio = 0.5, requestVolumeThreshold = 20, delay = 10_000, skipOn = KeyRefused.class)
    public Uni<Optional<byte[]>> conversation(AccountKey key, String id) {
        return blame(
                key,
                client.conversation(key.value(), id)
                        .map(Optional::of)
                        .onFailure(e -> status(e) == UNKNOWN)
                        .recoverWithItem(Optional.empty()));
    }

    /** A page of the conversations with our id in them, in JSON, after what the cursor of the one before says. */
    @RateLimit(value = 10)
    @CircuitBreaker(failureRatio = 0.5, requestVolumeThreshold = 20, delay = 10_000, skipOn = KeyRefused.class)
    public Uni<byte[]> list(AccountKey key, ConversationQuery query, @Nullable String cursor) {
        return blame(
                key,
                client.list(
                        key.value(),
                        query.variable(),
                        query.after().getEpochSecond(),
                        query.before().getEpochSecond(),
                        PAGE,
                        cursor));
    }

    private static <T> Uni<T> blame(AccountKey key, Uni<T> answer) {
        return answer.onFailure(e -> key.tenant() != null && FOR_THE_TENANT.contains(status(e)))
                .transform(e -> new KeyRefused(status(e)));
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException refusal
                ? refusal.getResponse().getStatus()
                : 0;
    }
}
