package dev.colloquy.webhook.recording;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.messaging.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells how recordings ended, each egress once, and when to ask for what was not told. */
@ApplicationScoped
public class RecordingService {

    static final String QUEUE = "recording-deadline";

    private static final Logger LOG = Logger.getLogger(RecordingService.class);

    private final RecordingRepository recordings;
    private final Outbox outbox;
    private final LeasedWork work;
    private final RecordingConfig config;

    RecordingService(RecordingRepository recordings, Outbox outbox, LeasedWork work, RecordingConfig config) {
        this.recordings = recordings;
        this.outbox = outbox;
        this.work = work;
        this.config = config;
    }

    /** From now on the end of this interview's recording is owed, until the deadline. */
    @WithTransaction
    Uni<Void> expect(InterviewId interview) {
        return ask(RecordingQuestion.first(interview), config.deadline());
    }

    @WithTransaction
    Uni<Void> askAgain(RecordingQuestion question) {
        return ask(question.next(), config.questionInterval());
    }

    /** Whether a recording of this interview is known that can be listened to. */
    @WithTransaction
    Uni<Boolean> isKept(InterviewId interview) {
        return recordings.isKept(interview);
    }

    /**
     * Publishes how a recording ended, once for each egress. That none is known is told once at most, and not after one
     * was; one that is known later is told all the same.
     */
    @WithTransaction
    public Uni<Void> publishOnce(EgressEnded ended) {
        return recordings
                .lock(ended.interviewId())
                .chain(() -> recordings.insertOnce(ended))
                .chain(isNew -> isNew ? publish(ended) : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(EgressEnded ended) {
        LOG.infof("Recording ended interviewId=%s status=%s source=%s", ended.key(), ended.status(), ended.source());
        return outbox.add(ended.topic(), ended.key(), ended.eventId(), ended);
    }

    private Uni<Void> ask(RecordingQuestion question, Duration delay) {
        return work.add(QUEUE, question.key(), question, delay);
    }
}
