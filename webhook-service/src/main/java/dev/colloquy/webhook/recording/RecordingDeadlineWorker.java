package dev.colloquy.webhook.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.access.InterviewTrail;
import dev.colloquy.events.FactSource;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import dev.colloquy.webhook.recording.EgressClient.Answer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The only clock for recordings. When the deadline passes without a webhook, LiveKit is asked, again and again while it
 * cannot be reached or is still recording; in the end something is published, so that nobody waits for ever.
 */
@ApplicationScoped
class RecordingDeadlineWorker implements Worker {

    private static final Logger LOG = Logger.getLogger(RecordingDeadlineWorker.class);

    private final RecordingService recordings;
    private final EgressClient liveKit;
    private final RecordingConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    RecordingDeadlineWorker(
            RecordingService recordings, EgressClient liveKit, RecordingConfig config, ObjectMapper json, Clock clock) {
        this.recordings = recordings;
        this.liveKit = liveKit;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return RecordingService.QUEUE;
    }

    @Override
    public Uni<Void> perform(Job job) {
        var question = json.convertValue(job.payload(), RecordingQuestion.class);
        InterviewTrail.mark(question.interview());
        return recordings
                .isKept(question.interview())
                .chain(kept -> kept ? Uni.createFrom().voidItem() : ask(question));
    }

    private Uni<Void> ask(RecordingQuestion question) {
        return liveKit.ask(question.interview())
                .onFailure(IOException.class)
                .recoverWithItem(RecordingDeadlineWorker::unknown)
                .chain(answer -> answer.active() && !question.isLast(config)
                        ? recordings.askAgain(question)
                        : publish(question, answer));
    }

    /** LiveKit may know of a recording until it says otherwise. */
    private static Answer unknown(Throwable failure) {
        LOG.infof("LiveKit does not answer: %s", failure.getMessage());
        return Answer.UNKNOWN;
    }

    private Uni<Void> publish(RecordingQuestion question, Answer answer) {
        return answer.endings().isEmpty()
                ? publish(question, EgressEnding.expired(), FactSource.DEADLINE)
                : Multi.createFrom()
                        .iterable(answer.endings())
                        .onItem()
                        .call(ending -> publish(question, ending, FactSource.RECONCILED))
                        .onItem()
                        .ignoreAsUni();
    }

    private Uni<Void> publish(RecordingQuestion question, EgressEnding ending, FactSource source) {
        return recordings.publishOnce(ending.event(UUID.randomUUID(), clock.instant(), question.interview(), source));
    }
}
