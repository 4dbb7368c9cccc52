package dev.colloquy.gateway.recording;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.LiveInterviews;
import dev.colloquy.gateway.room.LiveKitRooms;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.S3Upload;
import org.jboss.logging.Logger;

/** Starts the recording of a room, if the candidate has consented and nothing records it yet. */
@ApplicationScoped
class StartRecordingWorker implements Worker {

    record Order(InterviewId interview) {}

    private static final Logger LOG = Logger.getLogger(StartRecordingWorker.class);

    private final LiveInterviews interviews;
    private final LiveKitRooms rooms;
    private final RecordingConfig config;

    StartRecordingWorker(LiveInterviews interviews, LiveKitRooms rooms, RecordingConfig config) {
        this.interviews = interviews;
        this.rooms = rooms;
        this.config = config;
    }

    @Override
    public String queue() {
        return RecordingService.START;
    }

    @Override
    public Uni<Void> perform(Job job) {
        var interview = InterviewId.of(job.payload().path("interview").asText());
        return interviews
                .context(interview)
                .chain(context -> context.recording()
                        ? startUnlessRunning(interview)
                        : Uni.createFrom().voidItem())
                .onFailure(InterviewNotLive.class)
                .recoverWithNull();
    }

    private Uni<Void> startUnlessRunning(InterviewId interview) {
        return rooms.activeEgress(interview)
                .chain(active ->
                        active.isEmpty() ? start(interview) : Uni.createFrom().voidItem());
    }

    private Uni<Void> start(InterviewId interview) {
        return rooms.record(interview, file())
                .invoke(egressId -> LOG.infof("Recording started: interviewId=%s egressId=%s", interview, egressId))
                .replaceWithVoid();
    }

    private EncodedFileOutput file() {
        var file =
                EncodedFileOutput.newBuilder().setFileType(EncodedFileType.OGG).setFilepath(config.filepath());
        return switch (config.storage()) {
            case EGRESS_SERVER -> file.build();
            case OURS -> file.setS3(ourStorage(config.s3())).build();
        };
    }

    private static S3Upload ourStorage(RecordingConfig.S3 s3) {
        return S3Upload.newBuilder()
                .setEndpoint(s3.endpoint().toString())
                .setRegion(s3.region())
                .setBucket(s3.bucket())
                .setAccessKey(s3.accessKey())
                .setSecret(s3.secretKey())
                .setForcePathStyle(true)
                .build();
    }
}
