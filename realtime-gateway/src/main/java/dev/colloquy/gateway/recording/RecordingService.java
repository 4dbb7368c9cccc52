package dev.colloquy.gateway.recording;

import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.RoomEvent;
import dev.colloquy.messaging.LeasedWork;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Decides when a recording is due: whenever the candidate has come, also for the second time. */
@ApplicationScoped
class RecordingService {

    static final String START = "start-recording";

    private final LeasedWork leasedWork;

    RecordingService(LeasedWork leasedWork) {
        this.leasedWork = leasedWork;
    }

    @WithTransaction
    Uni<Void> consider(RoomEvent event) {
        return event instanceof ParticipantJoined joined && joined.participant() == ParticipantKind.CANDIDATE
                ? leasedWork.add(
                        START,
                        joined.participantSid(),
                        new StartRecordingWorker.Order(joined.interviewId()),
                        Duration.ZERO)
                : Uni.createFrom().voidItem();
    }
}
