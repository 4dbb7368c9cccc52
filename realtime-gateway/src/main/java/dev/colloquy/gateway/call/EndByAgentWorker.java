package dev.colloquy.gateway.call;

import dev.colloquy.events.EndedBy;
import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.LiveInterviews;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends interviews whose interviewer has said goodbye. */
@ApplicationScoped
class EndByAgentWorker implements Worker {

    record Order(InterviewId interview) {}

    private final LiveInterviews interviews;

    EndByAgentWorker(LiveInterviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public String queue() {
        return CallService.END_BY_AGENT;
    }

    @Override
    public Uni<Void> perform(Job job) {
        var interview = InterviewId.of(job.payload().path("interview").asText());
        return interviews
                .end(interview, EndedBy.AGENT)
                .onFailure(e -> e instanceof InterviewNotLive || e instanceof InterviewNotFound)
                .recoverWithNull();
    }
}
