package dev.colloquy.gateway.ending;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.call.FollowedCalls;
import dev.colloquy.gateway.transcript.TranscriptRefused;
import dev.colloquy.gateway.transcript.TranscriptRefused.Reason;
import dev.colloquy.gateway.transcript.Transcripts;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Says that nothing more comes, once all that was heard in an interview's calls is told. */
@ApplicationScoped
class CompleteTranscriptWorker implements Worker {

    static final String QUEUE = "complete-transcript";

    record Order(InterviewId interview) {}

    private final FollowedCalls followed;
    private final Transcripts transcripts;

    CompleteTranscriptWorker(FollowedCalls followed, Transcripts transcripts) {
        this.followed = followed;
        this.transcripts = transcripts;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    /** As long as session-service takes turns that come late. */
    @Override
    public Duration patience() {
        return Duration.ofHours(24);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var interview = InterviewId.of(job.payload().path("interview").asText());
        return followed.any(interview)
                .invoke(open -> {
                    if (open) {
                        throw new IllegalStateException("A call is still being followed");
                    }
                })
                .chain(() -> transcripts.complete(interview))
                .onFailure(e -> e instanceof TranscriptRefused refused && refused.reason() == Reason.TRANSCRIPT_CLOSED)
                .recoverWithNull();
    }
}
