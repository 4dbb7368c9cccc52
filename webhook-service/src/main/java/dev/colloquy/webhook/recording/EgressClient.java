package dev.colloquy.webhook.recording;

import dev.colloquy.events.InterviewId;
import dev.colloquy.webhook.signature.LiveKitConfig;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.okhttp.OkHttpFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import livekit.LivekitEgress.EgressInfo;

/** Asks LiveKit what became of a room's recordings. Its SDK blocks, wants an http address, and never throws refusals. */
@ApplicationScoped
class EgressClient {

    private final Vertx vertx;
    private final Optional<EgressServiceClient> liveKit;

    EgressClient(Vertx vertx, LiveKitConfig config) {
        this.vertx = vertx;
        this.liveKit = config.url().map(url -> client(url, config));
    }

    /**
     * How the room's recordings ended.
     *
     * @param active whether more may be known later: LiveKit still records, or does not answer
     */
    record Answer(List<EgressEnding> endings, boolean active) {

        static final Answer NONE = new Answer(List.of(), false);
        static final Answer UNKNOWN = new Answer(List.of(), true);

        private static Answer of(List<EgressInfo> egresses) {
            var endings = egresses.stream()
                    .map(EgressClient::endingOf)
                    .flatMap(Optional::stream)
                    .toList();
            return new Answer(endings, endings.size() < egresses.size());
        }
    }

    /** Fails with {@link IOException} when LiveKit does not answer. */
    Uni<Answer> ask(InterviewId interview) {
        return liveKit.isEmpty()
                ? Uni.createFrom().item(Answer.NONE)
                : vertx.executeBlocking(() -> Answer.of(list(liveKit.get(), interview.roomName())));
    }

    private static List<EgressInfo> list(EgressServiceClient liveKit, String room) throws IOException {
        var answer = liveKit.listEgress(room, null, null).execute();
        var egresses = answer.body();
        if (!answer.isSuccessful() || egresses == null) {
            throw new IOException("LiveKit answered " + answer.code());
        }
        return egresses;
    }

    private static Optional<EgressEnding> endingOf(EgressInfo egress) {
        var files = egress.getFileResultsList();
        return EgressEnding.of(
                egress.getEgressId(),
                egress.getStatus().name(),
                files.isEmpty() ? "" : files.getFirst().getLocation(),
                Duration.ofNanos(files.isEmpty() ? 0 : files.getFirst().getDuration()));
    }

    private static EgressServiceClient client(URI url, LiveKitConfig config) {
        var address = url.toString().replaceFirst("^ws", "http");
        var http = new OkHttpFactory(false, builder -> builder.callTimeout(config.timeout()));
        return EgressServiceClient.createClient(address, config.apiKey(), config.apiSecret(), http);
    }
}
