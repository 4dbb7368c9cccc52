package dev.colloquy.webhook.telling;

import dev.colloquy.events.ConversationCompleted;
import dev.colloquy.events.EgressEnded;
import dev.colloquy.events.EgressStatus;
import dev.colloquy.events.Event;
import dev.colloquy.events.FactSource;
import dev.colloquy.events.InterviewId;
import dev.colloquy.events.ParticipantJoined;
import dev.colloquy.events.ParticipantKind;
import dev.colloquy.events.ParticipantLeft;
import dev.colloquy.events.RoomEvent;
import dev.colloquy.events.RoomFinished;
import dev.colloquy.messaging.Outbox;
import dev.colloquy.webhook.expectation.Expectations;
import dev.colloquy.webhook.expectation.Outcome;
import dev.colloquy.webhook.expectation.Owed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other services what is known, in the caller's transaction, and settles what was expected. What we asked for is
 * told only where the provider has not told it itself.
 */
@ApplicationScoped
public class Teller {

    private static final Logger LOG = Logger.getLogger(Teller.class);

    private final RecordingRepository recordings;
    private final PresenceRepository presences;
    private final Expectations expectations;
    private final Outbox outbox;

    Teller(RecordingRepository recordings, PresenceRepository presences, Expectations expectations, Outbox outbox) {
        this.recordings = recordings;
        this.presences = presences;
        this.expectations = expectations;
        this.outbox = outbox;
    }

    public Uni<Void> tell(Event event) {
        return switch (event) {
            case EgressEnded ended -> tell(ended);
            case ParticipantJoined joined -> tell(joined);
            case ParticipantLeft left -> tell(left);
            case RoomFinished finished ->
                publish(finished).chain(() -> settle(finished.interviewId(), Owed.ROOM, source(finished)));
            case ConversationCompleted completed ->
                publish(completed)
                        .chain(() -> expectations.settleConversation(
                                completed.conversationId(), interview(completed), outcome(completed.source())));
            default -> publish(event);
        };
    }

    /** The same for what was told before: an operator knows that somebody lost it. */
    public Uni<Void> tellAgain(Event event) {
        return event instanceof EgressEnded ended
                ? recordings
                        .lock(ended.interviewId())
                        .chain(() -> recordings.insertOnce(ended))
                        .chain(() -> publish(ended))
                : tell(event);
    }

    /** Whether a conversation is owed to an interview that is over, and will be asked for. */
    public Uni<Boolean> isAskedFor(Event event) {
        return event instanceof ConversationCompleted completed
                ? expectations.isOwed(completed.conversationId(), interview(completed))
                : Uni.createFrom().item(false);
    }

    /** Whether a recording of this interview is known that can be listened to. */
    public Uni<Boolean> isRecordingKept(InterviewId interview) {
        return recordings.isKept(interview);
    }

    /** Everybody who was told to have come into the interview's room, by the sid of the connection. */
    public Uni<Map<String, ParticipantKind>> known(InterviewId interview) {
        return presences.known(interview);
    }

    /** Those of them who were not told to have left. */
    public Uni<Map<String, ParticipantKind>> present(InterviewId interview) {
        return presences.present(interview);
    }

    /**
     * Once for each egress. That none is known is told once at most, and not after one was; one that is known later is told
     * all the same.
     */
    private Uni<Void> tell(EgressEnded ended) {
        return recordings
                .lock(ended.interviewId())
                .chain(() -> recordings.insertOnce(ended))
                .chain(isNew -> isNew ? publish(ended) : Uni.createFrom().voidItem())
                .chain(() -> isKept(ended)
                        ? settle(ended.interviewId(), Owed.RECORDING, ended.source())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(ParticipantJoined joined) {
        return joined.participantSid().isBlank()
                ? publish(joined)
                : presences
                        .join(joined.interviewId(), joined.participantSid(), joined.participant())
                        .chain(isNew -> tell(joined, isNew));
    }

    private Uni<Void> tell(ParticipantLeft left) {
        return left.participantSid().isBlank()
                ? publish(left)
                : presences
                        .leave(left.interviewId(), left.participantSid(), left.participant(), left.occurredAt())
                        .chain(isNew -> tell(left, isNew));
    }

    private Uni<Void> tell(RoomEvent event, boolean isNew) {
        return isNew || source(event) == FactSource.WEBHOOK
                ? publish(event)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> settle(InterviewId interview, Owed owed, FactSource source) {
        return expectations.settle(interview, owed, outcome(source));
    }

    private Uni<Void> publish(Event event) {
        LOG.infof("Telling %s interview or conversation=%s", event.topic(), event.key());
        return outbox.add(event.topic(), event.key(), event.eventId(), event);
    }

    /** Whose id the conversation was begun with; that of a practice session is no interview's, and may be guessed. */
    private static @Nullable InterviewId interview(ConversationCompleted completed) {
        return Optional.ofNullable(completed.clientSessionId())
                .flatMap(InterviewId::find)
                .orElse(null);
    }

    private static FactSource source(RoomEvent event) {
        return Objects.requireNonNullElse(event.source(), FactSource.WEBHOOK);
    }

    private static boolean isKept(EgressEnded ended) {
        return ended.status() == EgressStatus.COMPLETE || ended.status() == EgressStatus.LIMIT_REACHED;
    }

    private static Outcome outcome(FactSource source) {
        return switch (source) {
            case WEBHOOK -> Outcome.TOLD;
            case RECONCILED -> Outcome.RECONCILED;
            case DEADLINE -> Outcome.EXPIRED;
        };
    }
}
