package dev.colloquy.session.interview;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.ledger.InterviewState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sets the clocks an interview's state asks for. */
@ApplicationScoped
public class Deadlines {

    public static final String QUEUE = "interview-deadlines";

    /** A clock that has been set; {@code awaySince} tells which loss of connection it is about. */
    public record Clock(
            InterviewId interview,
            Deadline deadline,
            @Nullable Instant awaySince) {}

    private final LeasedWork work;
    private final InterviewConfig config;

    Deadlines(LeasedWork work, InterviewConfig config) {
        this.work = work;
        this.config = config;
    }

    /** How long is waited for it. */
    public Duration limit(Deadline deadline, Provider provider) {
        return switch (deadline) {
            case TRANSCRIPT -> provider == Provider.ELEVENLABS ? config.conversationWait() : config.transcriptWait();
            case RECORDING -> config.recordingWait();
            case RECONNECT -> config.reconnectGrace();
        };
    }

    /** Sets each clock once, in the caller's transaction. */
    Uni<Void> set(Interview interview, InterviewState state) {
        return Multi.createFrom()
                .iterable(state.awaiting())
                .onItem()
                .transformToUniAndConcatenate(deadline -> set(interview, deadline, state.awaySince()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> set(Interview interview, Deadline deadline, @Nullable Instant awaySince) {
        var about = deadline == Deadline.RECONNECT ? awaySince : null;
        var key = interview.id + ":" + deadline + (about == null ? "" : ":" + about);
        return work.add(
                QUEUE, key, new Clock(interview.interviewId(), deadline, about), limit(deadline, interview.provider));
    }
}
