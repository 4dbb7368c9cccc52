package dev.colloquy.webhook.recording;

import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.InterviewId;
import dev.colloquy.messaging.LeasedWork;
import dev.colloquy.messaging.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/** Knows of which interviews the recording's end has been told. */
@ApplicationScoped
public class RecordingService {

    static final String QUEUE = "recording-deadline";

    private static final Logger LOG = Logger.getLogger(RecordingService.class);
    private static final String REMEMBER = """
            insert into recording (interview_id, egress_id, status, source) values (?1, nullif(?2, ''), ?3, ?4)
            on conflict (interview_id) do nothing""";
    private static final String IS_TOLD = "select exists (select from recording where interview_id = ?1)";

    private final Outbox outbox;
    private final LeasedWork work;
    private final RecordingConfig config;

    RecordingService(Outbox outbox, LeasedWork work, RecordingConfig config) {
        this.outbox = outbox;
        this.work = work;
        this.config = config;
    }

    /** From now on the end of this interview's recording is owed, until the deadline. */
    @WithTransaction
    Uni<Void> expect(InterviewId interview) {
        return work.add(QUEUE, interview.toString(), Map.of("interviewId", interview), config.deadline());
    }

    @WithTransaction
    Uni<Boolean> isTold(InterviewId interview) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IS_TOLD, Boolean.class)
                        .setParameter(1, interview.value())
                        .getSingleResult());
    }

    /** Publishes how a recording ended, unless that has been told before: the first word stands. */
    @WithTransaction
    public Uni<Void> publishOnce(EgressEnded ended) {
        return remember(ended)
                .chain(isNew -> isNew ? publish(ended) : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(EgressEnded ended) {
        LOG.infof("Recording ended interviewId=%s status=%s source=%s", ended.key(), ended.status(), ended.source());
        return outbox.add(ended.topic(), ended.key(), ended.eventId(), ended)
                .chain(() -> work.cancel(QUEUE, ended.key()));
    }

    private static Uni<Boolean> remember(EgressEnded ended) {
        var egressId = ended.egressId();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER)
                        .setParameter(1, ended.interviewId().value())
                        .setParameter(2, egressId == null ? "" : egressId)
                        .setParameter(3, ended.status().name())
                        .setParameter(4, ended.source().name())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
