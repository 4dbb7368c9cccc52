package dev.colloquy.webhook.livekit;

import dev.colloquy.webhook.signature.LiveKitConfig;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.RoomServiceClient;
import io.livekit.server.okhttp.OkHttpFactory;
import io.smallrye.faulttolerance.api.RateLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.Room;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Asks LiveKit what it knows. Its SDK blocks, wants an http address, and never throws refusals. Every method fails when
 * LiveKit does not answer, is not configured, has not answered lately, or would be asked too often.
 */
@ApplicationScoped
public class LiveKitApi {

    private final Vertx vertx;
    private final @Nullable EgressServiceClient egresses;
    private final @Nullable RoomServiceClient rooms;

    LiveKitApi(Vertx vertx, LiveKitConfig config) {
        this.vertx = vertx;
        var http = new OkHttpFactory(false, builder -> builder.callTimeout(config.timeout()));
        var address = config.url().map(url -> url.toString().replaceFirst("^ws", "http"));
        this.egresses = address.map(
                        url -> EgressServiceClient.createClient(url, config.apiKey(), config.apiSecret(), http))
                .orElse(null);
        this.rooms = address.map(url -> RoomServiceClient.createClient(url, config.apiKey(), config.apiSecret(), http))
                .orElse(null);
    }

    /** Every recording of a room in the last 24 hours. */
    @RateLimit(value = 50)
    @CircuitBreaker(failureRatio = 0.5, requestVolumeThreshold = 20, delay = 10_000)
    public Uni<List<EgressInfo>> egresses(String room) {
        return egresses == null ? notConfigured() : ask(() -> egresses.listEgress(room, null, null));
    }

    /** All rooms that are open. */
    @RateLimit(value = 50)
    @CircuitBreaker(failureRatio = 0.5, requestVolumeThreshold = 20, delay = 10_000)
    public Uni<List<Room>> rooms() {
        return rooms == null ? notConfigured() : ask(() -> rooms.listRooms(List.of()));
    }

    /** The room, if it is open. */
    @RateLimit(value = 50)
    @CircuitBreaker(failureRatio = 0.5, requestVolumeThreshold = 20, delay = 10_000)
    public Uni<Optional<Room>> room(String name) {
        return rooms == null
                ? notConfigured()
                : ask(() -> rooms.listRooms(List.of(name)))
                        .map(found -> found.stream().findFirst());
    }

    /** Who is in a room, recorders included. */
    @RateLimit(value = 50)
    @CircuitBreaker(failureRatio = 0.5, requestVolumeThreshold = 20, delay = 10_000)
    public Uni<List<ParticipantInfo>> participants(String room) {
        return rooms == null ? notConfigured() : ask(() -> rooms.listParticipants(room));
    }

    private <T> Uni<T> ask(Callable<Call<T>> question) {
        return vertx.executeBlocking(() -> {
            var answer = question.call().execute();
            var body = answer.body();
            if (!answer.isSuccessful() || body == null) {
                throw new IOException("LiveKit answered " + answer.code());
            }
            return body;
        });
    }

    private static <T> Uni<T> notConfigured() {
        return Uni.createFrom().failure(() -> new IOException("colloquy.livekit.url is not set"));
    }
}
