package dev.colloquy.session.agent;

import dev.colloquy.events.InterviewId;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.InterviewAccess;
import dev.colloquy.session.interview.InterviewNotLive;
import dev.colloquy.session.position.PositionSnapshot;
import dev.colloquy.session.transcript.TranscriptRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

@ApplicationScoped
class AgentContextService {

    private final InterviewAccess access;
    private final TranscriptRepository transcripts;
    private final Clock clock;

    AgentContextService(InterviewAccess access, TranscriptRepository transcripts, Clock clock) {
        this.access = access;
        this.transcripts = transcripts;
        this.clock = clock;
    }

    @WithTransaction
    Uni<AgentContextView> of(InterviewId id) {
        return access.get(id).chain(interview -> {
            var about = requireLive(interview);
            return transcripts
                    .of(id)
                    .map(transcript -> AgentContextView.of(interview, about, transcript, clock.instant()));
        });
    }

    private static PositionSnapshot requireLive(Interview interview) {
        if (!interview.isLive() || interview.position == null) {
            throw new InterviewNotLive();
        }
        return interview.position;
    }
}
