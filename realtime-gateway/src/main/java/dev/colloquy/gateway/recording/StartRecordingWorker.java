package dev.colloquy.gateway.recording;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.interview.AgentContext;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.LiveInterviews;
import dev.colloquy.gateway.room.LiveKitConfig;
import dev.colloquy.gateway.room.LiveKitRooms;
import dev.colloquy.gateway.room.RecordingFile;
import dev.colloquy.gateway.room.StorageConfig;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Starts the recording of a room, if the candidate has consented and nothing records it yet. */
@ApplicationScoped
class StartRecordingWorker implements Worker {

    record Order(InterviewId interview) {}

    private static final Logger LOG = Logger.getLogger(StartRecordingWorker.class);

    private final LiveInterviews interviews;
    private final LiveKitRooms rooms;
    private final ClaimRepository claims;
    private final RecordingFile file;
    private final Duration claimed;

    StartRecordingWorker(
            LiveInterviews interviews,
            LiveKitRooms rooms,
            ClaimRepository claims,
            RecordingConfig config,
            StorageConfig storage,
            LiveKitConfig liveKit) {
        this.interviews = interviews;
        this.rooms = rooms;
        this.claims = claims;
        this.file = new RecordingFile(
                config.filepath(),
                switch (config.storage()) {
                    case EGRESS_SERVER -> Optional.empty();
                    case OURS -> Optional.of(storage);
                });
        // Longer than the two calls made under a claim can take.
        this.claimed = liveKit.timeout().multipliedBy(3);
    }

    @Override
    public String queue() {
        return RecordingService.START;
    }

    /** A late recording is better than none; after the end of the interview it gives up by itself. */
    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var interview = InterviewId.of(job.payload().path("interview").asText());
        return interviews
                .context(interview)
                .map(AgentContext::recording)
                .onFailure(InterviewNotLive.class)
                .recoverWithItem(false)
                .chain(wanted ->
                        wanted ? startAlone(interview) : Uni.createFrom().voidItem());
    }

    /** Two that see no recording at the same moment would start two. Whoever comes second looks again later. */
    private Uni<Void> startAlone(InterviewId interview) {
        var holder = UUID.randomUUID();
        return claims.take(interview, holder, claimed)
                .chain(alone -> alone
                        ? startUnlessRunning(interview).onTermination().call(() -> claims.release(interview, holder))
                        : Uni.createFrom()
                                .failure(new IllegalStateException("The recording is being started elsewhere")));
    }

    private Uni<Void> startUnlessRunning(InterviewId interview) {
        return rooms.activeEgress(interview)
                .chain(active ->
                        active.isEmpty() ? start(interview) : Uni.createFrom().voidItem());
    }

    private Uni<Void> start(InterviewId interview) {
        return rooms.record(interview, file)
                .invoke(egressId -> LOG.infof("Recording started: interviewId=%s egressId=%s", interview, egressId))
                .replaceWithVoid();
    }
}
