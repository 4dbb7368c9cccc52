package dev.colloquy.session.chronicle;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.ledger.InterviewState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sets the deadlines an interview's state asks for. */
@ApplicationScoped
public class Deadlines {

    public static final String QUEUE = "interview-deadlines";

    /** A deadline that has been set; {@code since} tells which of several waits it is about. */
    public record Alarm(InterviewId interview, Deadline deadline, Instant since) {}

    private final LeasedWork work;
    private final InterviewConfig config;
    private final Clock clock;

    Deadlines(LeasedWork work, InterviewConfig config, Clock clock) {
        this.work = work;
        this.config = config;
        this.clock = clock;
    }

    /** How long is waited for it. */
    public Duration limit(Deadline deadline, Interview interview) {
        return switch (deadline) {
            case TRANSCRIPT ->
                interview.provider == Provider.ELEVENLABS ? config.conversationWait() : config.transcriptWait();
            case RECORDING -> config.recordingWait();
            case RECONNECT -> config.reconnectGrace();
            case TIME_LIMIT -> interview.timeLimit().plus(config.timeLimitGrace());
            case NO_SHOW -> config.noShowGrace();
        };
    }

    /** Sets each alarm once, in the caller's transaction. */
    Uni<Void> set(Interview interview, InterviewState state) {
        return Multi.createFrom()
                .iterable(state.awaiting().entrySet())
                .onItem()
                .transformToUniAndConcatenate(awaited -> set(interview, awaited.getKey(), awaited.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> set(Interview interview, Deadline deadline, Instant since) {
        var alarm = new Alarm(interview.interviewId(), deadline, since);
        var key = interview.id + ":" + deadline + ":" + since;
        return work.add(QUEUE, key, alarm, delay(alarm, limit(deadline, interview)));
    }

    /** The wait for a candidate begins when his link closes; every other one has begun. */
    private Duration delay(Alarm alarm, Duration limit) {
        return alarm.deadline() == Deadline.NO_SHOW
                ? Duration.between(clock.instant(), alarm.since()).plus(limit)
                : limit;
    }
}
