package dev.colloquy.webhook.recording;

import dev.colloquy.events.InterviewId;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.okhttp.OkHttpFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import livekit.LivekitEgress.EgressInfo;

/** Asks LiveKit what became of a room's recordings. Its SDK blocks, wants an http address, and never throws refusals. */
@ApplicationScoped
class EgressClient {

    private final Vertx vertx;
    private final Optional<EgressServiceClient> livekit;

    EgressClient(Vertx vertx, RecordingConfig config) {
        this.vertx = vertx;
        this.livekit = config.livekitUrl().map(url -> client(url, config));
    }

    /**
     * The best ending among the room's recordings, nothing when there was none.
     *
     * <p>Fails with {@link StillUnknown} when LiveKit does not answer or is still recording.
     */
    Uni<Optional<EgressEnding>> findEnding(InterviewId interview) {
        return livekit.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : vertx.executeBlocking(() -> best(list(livekit.get(), interview.roomName())));
    }

    private static List<EgressInfo> list(EgressServiceClient livekit, String room) {
        try {
            var answer = livekit.listEgress(room, null, null).execute();
            var egresses = answer.body();
            if (!answer.isSuccessful() || egresses == null) {
                throw new StillUnknown("LiveKit answered " + answer.code());
            }
            return egresses;
        } catch (IOException e) {
            throw new StillUnknown("LiveKit does not answer: " + e.getMessage());
        }
    }

    private static Optional<EgressEnding> best(List<EgressInfo> egresses) {
        var endings = egresses.stream()
                .map(EgressClient::endingOf)
                .flatMap(Optional::stream)
                .toList();
        if (endings.size() < egresses.size()) {
            throw new StillUnknown("LiveKit is still recording");
        }
        return endings.stream().max(Comparator.comparing(EgressEnding::isUsable).thenComparing(EgressEnding::length));
    }

    private static Optional<EgressEnding> endingOf(EgressInfo egress) {
        var files = egress.getFileResultsList();
        return EgressEnding.of(
                egress.getEgressId(),
                egress.getStatus().name(),
                files.isEmpty() ? "" : files.getFirst().getLocation(),
                Duration.ofNanos(files.isEmpty() ? 0 : files.getFirst().getDuration()));
    }

    private static EgressServiceClient client(URI url, RecordingConfig config) {
        var address = url.toString().replaceFirst("^ws", "http");
        var http = new OkHttpFactory(false, builder -> builder.callTimeout(config.livekitTimeout()));
        return EgressServiceClient.createClient(address, config.livekitApiKey(), config.livekitApiSecret(), http);
    }

    /** LiveKit may say more if asked again. */
    static class StillUnknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StillUnknown(String message) {
            super(message);
        }
    }
}
