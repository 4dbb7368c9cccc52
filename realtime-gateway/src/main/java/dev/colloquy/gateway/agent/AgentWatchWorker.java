package dev.colloquy.gateway.agent;

import dev.colloquy.events.InterviewId;
import dev.colloquy.gateway.interview.InterviewNotFound;
import dev.colloquy.gateway.interview.InterviewNotLive;
import dev.colloquy.gateway.interview.LiveInterviews;
import dev.colloquy.gateway.room.LiveKitRooms;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sends for the agent again where a candidate waits for it. LiveKit gives every dispatch an agent, so the next one is only
 * made after a while.
 */
@ApplicationScoped
class AgentWatchWorker implements Worker {

    static final String QUEUE = "agent-watch";

    /** A new dispatch after so many looks, which are further and further apart: after 15 s, and after some minutes. */
    private static final int LOOKS_PER_DISPATCH = 4;

    private static final Logger LOG = Logger.getLogger(AgentWatchWorker.class);

    record Order(InterviewId interview) {}

    private final LiveInterviews interviews;
    private final LiveKitRooms rooms;
    private final AgentConfig config;
    private final Counter dispatches;

    AgentWatchWorker(LiveInterviews interviews, LiveKitRooms rooms, AgentConfig config, MeterRegistry meters) {
        this.interviews = interviews;
        this.rooms = rooms;
        this.config = config;
        this.dispatches = Counter.builder("colloquy.gateway.agents.dispatched")
                .description("Agents that were sent for again")
                .register(meters);
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    /** Then the candidate has gone, or somebody must look after it. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var interview = InterviewId.of(job.payload().path("interview").asText());
        return interviews
                .context(interview)
                .chain(() -> rooms.hasAgent(interview))
                .onFailure(e -> e instanceof InterviewNotLive || e instanceof InterviewNotFound)
                .recoverWithItem(true)
                .chain(settled -> settled ? Uni.createFrom().voidItem() : send(interview, job.attempt()));
    }

    private Uni<Void> send(InterviewId interview, int attempt) {
        var sent = attempt % LOOKS_PER_DISPATCH == 1
                ? dispatch(interview)
                : Uni.createFrom().voidItem();
        return sent.chain(() -> Uni.createFrom().failure(new IllegalStateException("No agent is in the room")));
    }

    private Uni<Void> dispatch(InterviewId interview) {
        LOG.warnf("No agent is with the candidate, one is sent for: interviewId=%s", interview);
        dispatches.increment();
        return rooms.dispatchAgent(interview, config.name());
    }
}
