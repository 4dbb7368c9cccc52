package dev.colloquy.session.chronicle;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.Provider;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.interview.Wait;
import dev.colloquy.session.ledger.Deadline;
import dev.colloquy.session.ledger.InterviewState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the deadlines an interview's state asks for: once each, when the wait begins. */
@ApplicationScoped
public class Deadlines {

    public static final String QUEUE = "interview-deadlines";

    /**
     * A deadline that has been set. Which of several waits it is about, {@code since} tells, and {@code until}, which the
     * interview's row has too as long as this wait goes on.
     */
    public record Alarm(
            InterviewId interview,
            Deadline deadline,
            Instant since,
            @Nullable Instant until) {

        /** Whether what it was set for is still waited for. An alarm without {@code until} is of an older version. */
        public boolean isFor(Interview waiting, InterviewState state) {
            return since.equals(state.awaiting().get(deadline))
                    && (until == null || waiting.waits().contains(new Wait(deadline, since, until)));
        }
    }

    private final LeasedWork work;
    private final InterviewConfig config;
    private final Clock clock;

    Deadlines(LeasedWork work, InterviewConfig config, Clock clock) {
        this.work = work;
        this.config = config;
        this.clock = clock;
    }

    /** Sets an alarm for every wait that begins, in the caller's transaction, and keeps the others as they are. */
    Uni<Void> set(Interview interview, InterviewState state) {
        var going = interview.waits();
        var waits = state.awaiting().entrySet().stream()
                .map(awaited -> goingOn(going, awaited).orElseGet(() -> begin(interview, awaited)))
                .toList();
        interview.await(waits);
        var begun = waits.stream().filter(wait -> !going.contains(wait)).toList();
        return Multi.createFrom()
                .iterable(begun)
                .onItem()
                .transformToUniAndConcatenate(wait -> set(interview, wait))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A wait that begins again has another key, since the first alarm may have rung while nobody waited. */
    private Uni<Void> set(Interview interview, Wait wait) {
        var now = clock.instant();
        var alarm = new Alarm(interview.interviewId(), wait.what(), wait.since(), wait.until());
        var key = interview.id + ":" + wait.what() + ":" + wait.until() + ":" + now;
        return work.add(QUEUE, key, alarm, Duration.between(now, wait.until()));
    }

    private static Optional<Wait> goingOn(List<Wait> going, Map.Entry<Deadline, Instant> awaited) {
        return going.stream()
                .filter(wait -> wait.what() == awaited.getKey())
                .filter(wait -> wait.since().equals(awaited.getValue()))
                .findFirst();
    }

    private Wait begin(Interview interview, Map.Entry<Deadline, Instant> awaited) {
        var what = awaited.getKey();
        var since = awaited.getValue();
        return new Wait(what, since, until(what, since, limit(what, interview)));
    }

    /**
     * Times of our own clock or of the appointment count from then. A loss or an end may become known long after it was:
     * what follows it is waited for from now on.
     */
    private Instant until(Deadline deadline, Instant since, Duration limit) {
        var now = clock.instant();
        return switch (deadline) {
            case TIME_LIMIT, NO_SHOW, MEDIA, AGENT -> {
                var due = since.plus(limit);
                yield due.isAfter(now) ? due : now;
            }
            case TRANSCRIPT, RECORDING, RECONNECT, HANG_UP -> now.plus(limit);
        };
    }

    private Duration limit(Deadline deadline, Interview interview) {
        return switch (deadline) {
            case TRANSCRIPT ->
                interview.provider == Provider.ELEVENLABS ? config.conversationWait() : config.transcriptWait();
            case RECORDING -> config.recordingWait();
            case RECONNECT -> config.reconnectGrace();
            case TIME_LIMIT -> interview.timeLimit().plus(config.timeLimitGrace());
            case NO_SHOW -> config.noShowGrace();
            case MEDIA -> config.mediaWait();
            case AGENT -> config.agentWait();
            case HANG_UP -> config.hangUpWait();
        };
    }
}
