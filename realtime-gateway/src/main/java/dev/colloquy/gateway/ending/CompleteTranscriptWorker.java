package dev.colloquy.gateway.ending;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.call.FollowedCalls;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.LiveInterviews;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Says that nothing more comes, once all that was heard in an interview's calls is told. */
@ApplicationScoped
class CompleteTranscriptWorker implements Worker {

    static final String QUEUE = "complete-transcript";

    record Order(InterviewId interview) {}

    private final FollowedCalls followed;
    private final LiveInterviews interviews;

    CompleteTranscriptWorker(FollowedCalls followed, LiveInterviews interviews) {
        this.followed = followed;
        this.interviews = interviews;
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
                .chain(() -> interviews.tell(interview, List.of(), true))
                .onFailure(e -> e instanceof InterviewNotLive || e instanceof InterviewNotFound)
                .recoverWithNull();
    }
}
