package dev.colloquy.webhook.recording;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * The only clock for recordings. When the deadline passes without a webhook, LiveKit is asked; whatever it says, or
 * does not say, is published, so that nobody waits for ever.
 */
@ApplicationScoped
class RecordingDeadlineWorker implements Worker {

    private final RecordingService recordings;
    private final EgressClient livekit;
    private final RecordingConfig config;
    private final Clock clock;

    RecordingDeadlineWorker(RecordingService recordings, EgressClient livekit, RecordingConfig config, Clock clock) {
        this.recordings = recordings;
        this.livekit = livekit;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return RecordingService.QUEUE;
    }

    @Override
    public Uni<Void> perform(Job job) {
        var interview = InterviewId.of(job.key());
        InterviewTrail.mark(interview);
        return recordings
                .isTold(interview)
                .chain(told -> told ? Uni.createFrom().voidItem() : settle(interview, job.attempt()));
    }

    private Uni<Void> settle(InterviewId interview, int attempt) {
        var answer = livekit.findEnding(interview);
        var bounded = attempt < config.questions() ? answer : answer.onFailure().recoverWithItem(Optional.empty());
        return bounded.chain(ending -> publish(interview, ending));
    }

    private Uni<Void> publish(InterviewId interview, Optional<EgressEnding> ending) {
        var source = ending.isPresent() ? FactSource.RECONCILED : FactSource.DEADLINE;
        return recordings.publishOnce(
                ending.orElseGet(EgressEnding::expired).event(UUID.randomUUID(), clock.instant(), interview, source));
    }
}
