package dev.colloquy.session.chronicle;

import dev.colloquy.events.Event;
import dev.colloquy.events.InterviewEnded;
import dev.colloquy.events.InterviewFinalised;
import dev.colloquy.events.Provider;
import dev.colloquy.messaging.Outbox;
import dev.colloquy.session.interview.Interview;
import dev.colloquy.session.ledger.InterviewState;
import dev.colloquy.session.ledger.InterviewState.Ending;
import dev.colloquy.session.ledger.InterviewState.FinalVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Rewrites an interview's row and tells the other services what has become true by it. */
@ApplicationScoped
class InterviewNews {

    private static final Logger LOG = Logger.getLogger(InterviewNews.class);

    private final Outbox outbox;
    private final Clock clock;

    InterviewNews(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> tell(Interview interview, InterviewState state) {
        var wasEnded = interview.endedAt != null;
        var toldVersion = interview.finalVersion;
        var now = clock.instant();
        interview.become(state, now);
        var ended = state.ended();
        var finalised = state.finalised();
        var telling = Uni.createFrom().voidItem();
        if (ended != null && !wasEnded) {
            telling = telling.chain(() -> publish(ended(interview, ended, now)));
        }
        if (finalised != null && finalised.number() > toldVersion) {
            telling = telling.chain(() -> publish(finalised(interview, finalised, now)));
        }
        return telling;
    }

    private Uni<Void> publish(Event event) {
        LOG.infof("%s interviewId=%s eventId=%s", event.topic(), event.key(), event.eventId());
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }

    private static InterviewEnded ended(Interview interview, Ending end, Instant now) {
        return new InterviewEnded(
                UUID.randomUUID(),
                now,
                interview.tenantId(),
                interview.interviewId(),
                interview.provider,
                end.at(),
                end.by(),
                Objects.requireNonNullElse(interview.durationSeconds, 0L),
                interview.provider == Provider.LIVEKIT && interview.admittedAt != null,
                mayBeRecorded(interview),
                interview.conversationId,
                interview.interviewId().toString().equals(interview.clientSessionId)
                        ? null
                        : interview.clientSessionId);
    }

    /** Whether a recording may exist: that the candidate was in the room may become known long after the end. */
    private static boolean mayBeRecorded(Interview interview) {
        return interview.provider == Provider.LIVEKIT && interview.consent && interview.admittedAt != null;
    }

    private static InterviewFinalised finalised(Interview interview, FinalVersion version, Instant now) {
        return new InterviewFinalised(
                UUID.randomUUID(),
                now,
                interview.tenantId(),
                interview.interviewId(),
                version.number(),
                version.transcriptHash(),
                interview.recordingStatus);
    }
}
