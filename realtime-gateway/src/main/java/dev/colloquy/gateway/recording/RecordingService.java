package dev.colloquy.gateway.recording;

import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.RoomEvent;
import dev.colloquy.gateway.agent.AgentWatch;
import dev.colloquy.gateway.ending.EndingService;
import dev.colloquy.gateway.interview.EndedInterviews;
import dev.colloquy.messaging.LeasedWork;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Decides what follows when the candidate has come, also for the second time: a recording and an eye on the agent, or the
 * end of a room that he has opened again after the interview.
 */
@ApplicationScoped
class RecordingService {

    static final String START = "start-recording";

    private final EndedInterviews ended;
    private final EndingService endings;
    private final AgentWatch agents;
    private final LeasedWork leasedWork;

    RecordingService(EndedInterviews ended, EndingService endings, AgentWatch agents, LeasedWork leasedWork) {
        this.ended = ended;
        this.endings = endings;
        this.agents = agents;
        this.leasedWork = leasedWork;
    }

    @WithTransaction
    Uni<Void> consider(RoomEvent event) {
        return event instanceof ParticipantJoined joined && joined.participant() == ParticipantKind.CANDIDATE
                ? ended.findTenant(joined.interviewId())
                        .chain(tenant -> tenant.map(of -> endings.tearDownAgain(joined, of))
                                .orElseGet(() -> start(joined)))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> start(ParticipantJoined joined) {
        var order = new StartRecordingWorker.Order(joined.interviewId());
        return leasedWork
                .add(START, joined.participantSid(), order, Duration.ZERO)
                .chain(() -> agents.begin(joined));
    }
}
