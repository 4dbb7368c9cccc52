package dev.colloquy.gateway.agent;

import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.messaging.LeasedWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has a room looked after that a candidate has joined. */
@ApplicationScoped
public class AgentWatch {

    private final LeasedWork leasedWork;
    private final AgentConfig config;

    AgentWatch(LeasedWork leasedWork, AgentConfig config) {
        this.leasedWork = leasedWork;
        this.config = config;
    }

    /** In the caller's transaction; once for each time that the candidate comes. */
    public Uni<Void> begin(ParticipantJoined joined) {
        var order = new AgentWatchWorker.Order(joined.interviewId());
        return leasedWork.add(AgentWatchWorker.QUEUE, joined.participantSid(), order, config.patience());
    }
}
